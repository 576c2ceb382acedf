/** The address of whoever moderates the system under test, once it has been registered and proved. */
export const MODERATOR = 'moderator@test.example';
