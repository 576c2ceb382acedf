import { LoginInputSchema, RegisterInputSchema } from './auth';

const signUp = { email: 'ana@example.org', password: 'correct horse', displayName: 'Ana' };

it.each([{ id: '1' }, { role: 'moderator' }, { status: 'active' }, { emailVerifiedAt: '2026-01-01T00:00:00.000Z' }])(
  'S16: refuses fields that are not the one’s to set who signs up or in: %j',
  (more) => {
    expect(RegisterInputSchema.safeParse(signUp).success).toBe(true);
    expect(RegisterInputSchema.safeParse({ ...signUp, ...more }).success).toBe(false);
    const { email, password } = signUp;
    expect(LoginInputSchema.safeParse({ email, password }).success).toBe(true);
    expect(LoginInputSchema.safeParse({ email, password, ...more }).success).toBe(false);
  },
);
