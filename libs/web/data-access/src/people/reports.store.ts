import { inject } from '@angular/core';
import { patchState, signalStore, withMethods, withProps, withState } from '@ngrx/signals';
import type { ParleyError, ReportInput } from '@parley/contracts';
import { PARLEY_CLIENT } from '../client/parley-client';
import { asProblem } from '../problem';

/** Who, or which of their messages, one is about to report. */
export type Reported = Pick<ReportInput, 'userId' | 'roomId' | 'seq'>;

interface State {
  /** Null while nothing is being reported. */
  reported: Reported | null;
  busy: boolean;
  problem: ParleyError | null;
}

/** Telling those who look after Parley of somebody. One for each view that can. */
export const ReportsStore = signalStore(
  withState<State>({ reported: null, busy: false, problem: null }),
  withProps(() => ({ _client: inject(PARLEY_CLIENT) })),
  withMethods((store) => ({
    /** Begins a report: what is asked next is why. */
    begin: (reported: Reported): void => patchState(store, { reported, problem: null }),
    cancel: (): void => patchState(store, { reported: null }),
    /** Answers whether it was taken; what was wrong is in `problem`. */
    async send(reason: string, note: string): Promise<boolean> {
      const reported = store.reported();
      if (!reported || store.busy()) return false;
      patchState(store, { busy: true, problem: null });
      try {
        const body = { ...reported, reason, ...(note.trim() === '' ? {} : { note }) };
        await store._client.rest.reports.create({ body });
        patchState(store, { busy: false, reported: null });
        return true;
      } catch (error) {
        patchState(store, { busy: false, problem: asProblem(error) });
        return false;
      }
    },
  })),
);
