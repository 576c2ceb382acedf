import type { Page, Route } from '@playwright/test';

/** What addresses are made of. */
export interface Ids {
  /** The room of the two demo accounts. */
  readonly roomId: string;
  /** The other one in it. */
  readonly otherId: string;
  readonly groupId: string;
}

/** Whose browser it is: nobody's, the demo account's, or somebody's who has just opened an account. */
export type Sitter = 'nobody' | 'demo' | 'newcomer';

/** A picture to take. */
export interface View {
  /** What the file is called, before the screen and the colours. */
  readonly name: string;
  readonly path: (ids: Ids) => string;
  readonly by: Sitter;
  /** Words that are in view once it is whole. */
  readonly shows: string;
  /** Answers of the server that do not come, or come as errors. */
  readonly server?: { readonly address: RegExp; readonly does: 'wait' | 'fail' | 'vanish' };
  /** What is done in the page before the picture, once its words (where it does something, those before) are there. */
  readonly act?: (page: Page) => Promise<void>;
  /** Words that are in view once that is done. */
  readonly then?: string;
}

/** Arranges the server's answers as a view wants them. @returns what undoes it */
export async function arrange(page: Page, { server }: View): Promise<() => Promise<void>> {
  if (!server) return () => Promise.resolve();
  const held: Route[] = [];
  await page.route(server.address, (route) => {
    if (server.does === 'vanish') return route.abort();
    if (server.does === 'fail')
      return route.fulfill({ status: 503, json: { status: 503, code: 'unavailable', title: '', type: 'about:blank' } });
    held.push(route);
    return Promise.resolve();
  });
  return async () => {
    for (const route of held) await route.abort().catch(() => undefined);
    await page.unroute(server.address);
  };
}
