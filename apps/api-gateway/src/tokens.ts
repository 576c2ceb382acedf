/** Names under which Nest hands out what has no class: the clients of the services, and the public origin. */
export const SERVICES = Symbol('services');
export const PUBLIC_ORIGIN = Symbol('public origin');
