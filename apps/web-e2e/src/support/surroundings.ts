import type { Places } from '@parley/testing';

/** A system under test, as the tests see it. */
export interface SystemUnderTest {
  readonly places: Places;
  /** Where each realtime gateway tells its metrics, in the order of `places.gateways`. */
  readonly gatewayMetrics: readonly string[];
  /** Where the operator takes orders for it; see `Operator`. */
  readonly operator: string;
  /** The folder where its mails lie. */
  readonly outbox: string;
}

/** What `run.ts` has started: a Parley with one gateway, and one with three, to which one can sign in by an issuer too. */
export interface Systems {
  readonly one: SystemUnderTest;
  readonly three: SystemUnderTest;
}

/** How `run.ts` hands over what it has started. */
export function surroundings(systems: Systems, chromium: string): NodeJS.ProcessEnv {
  return { PARLEY_E2E_SYSTEMS: JSON.stringify(systems), PARLEY_E2E_CHROMIUM: chromium };
}

/** The systems under test. */
export function systems(): Systems {
  return JSON.parse(given('PARLEY_E2E_SYSTEMS')) as Systems;
}

/** The browser's program. */
export function chromium(): string {
  return given('PARLEY_E2E_CHROMIUM');
}

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: run these tests by \`nx e2e web-e2e\`.`);
  return value;
}
