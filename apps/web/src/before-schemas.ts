import { config } from 'zod/v4/core';

// Runs before the app. Compiling schemas takes `eval`, which the page's policy forbids; merely asking whether it is allowed is reported by browsers as an attempt.
config({ jitless: true });
