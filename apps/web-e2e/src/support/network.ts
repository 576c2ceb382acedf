import type { WebSocketRoute } from '@playwright/test';
import type { Device } from './device';

/** The network of one browser, in a test's hands. */
export interface Network {
  /** Takes it, open connections included, or gives it back. */
  setOffline: (isOffline: boolean) => Promise<void>;
  /** Ends open live connections and takes no new ones, while all else goes on; or takes them again. */
  setLiveAway: (isAway: boolean) => Promise<void>;
}

/**
 * Lets a test take the network from a browser. To be called before any page is loaded: at an origin that is called localhost neither Chromium nor
 * Socket.IO gives an open connection up when the network goes, so the connection passes through here. What the browser says of it is no complaint.
 */
export async function networkOf({ context, complaints }: Device): Promise<Network> {
  complaints.expect(/ERR_INTERNET_DISCONNECTED/, /WebSocket is already in CLOSING or CLOSED state/);
  const open = new Set<WebSocketRoute>();
  let isLiveAway = false;
  await context.routeWebSocket(/\/socket\.io\//, (socket) => {
    if (isLiveAway) return void socket.close();
    open.add(socket);
    socket.connectToServer();
  });
  const closeAll = async (): Promise<void> => {
    const gone = [...open];
    open.clear();
    await Promise.all(gone.map((socket) => socket.close()));
  };
  return {
    setOffline: async (isOffline) => {
      await context.setOffline(isOffline);
      if (isOffline) await closeAll();
    },
    setLiveAway: async (isAway) => {
      isLiveAway = isAway;
      if (isAway) await closeAll();
    },
  };
}
