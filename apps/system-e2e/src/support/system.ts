import type { Places } from '@parley/testing';

/** The system that the run's global set-up started: two gateways and one origin for all. */
export function system(): Places {
  const { PARLEY_E2E_ORIGIN: origin, PARLEY_E2E_GATEWAYS: gateways } = process.env;
  if (!origin || !gateways) throw new Error('The system under test was not started.');
  return { origin, gateways: gateways.split(',') };
}
