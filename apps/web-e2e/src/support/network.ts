import type { BrowserContext, WebSocketRoute } from '@playwright/test';

/** The network of one browser, in a test's hands. */
export interface Network {
  /** Takes it, open connections included, or gives it back. */
  setOffline: (isOffline: boolean) => Promise<void>;
}

/**
 * Lets a test take the network from a browser. To be called before any page is loaded: at an origin that is called localhost neither Chromium nor
 * Socket.IO gives an open connection up when the network goes, so the connection passes through here.
 */
export async function networkOf(context: BrowserContext): Promise<Network> {
  const open = new Set<WebSocketRoute>();
  await context.routeWebSocket(/\/socket\.io\//, (socket) => {
    open.add(socket);
    socket.connectToServer();
  });
  return {
    setOffline: async (isOffline) => {
      await context.setOffline(isOffline);
      if (!isOffline) return;
      const gone = [...open];
      open.clear();
      await Promise.all(gone.map((socket) => socket.close()));
    },
  };
}
