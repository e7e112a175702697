import { readKeptDay } from "../store/kept-routes";
import { DriverSocket } from "./driver-socket";
import { sendKeptFixes } from "./send-fixes";
import { freshSession } from "./sync-route";

export interface RouteLine {
  /** True while news come by themselves. */
  isLive(): boolean;
  /** Sends what is kept of positions, if that can be done at once. */
  sendFixes(): Promise<unknown>;
  stop(): void;
}

/** News come in bursts, and some are of what is being sent at this moment. */
const NEWS_MILLISECONDS = 300;

/** Tells when the server knows more of a kept route than this device. */
export function openRouteLine(database: IDBDatabase, routeId: string, onNews: () => void): RouteLine {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keptRoute = async () => (await readKeptDay(database, routeId))?.route;
  const socket = new DriverSocket({
    hello: async () => {
      const route = await keptRoute();
      const session = route && !route.isClosed && freshSession(route);
      return session ? { token: session.token, lastEventId: route.run.lastSeq } : null;
    },
    onNews: ({ eventId, type }) => {
      if (isNothingToRead(type)) return;
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const known = (await keptRoute().catch(() => undefined))?.run.lastSeq ?? 0;
        if (eventId > known) onNews();
      }, NEWS_MILLISECONDS);
    },
    onOver: onNews,
  });
  return {
    isLive: () => socket.isLive,
    sendFixes: async () => socket.isLive && sendKeptFixes(database, routeId, (fixes) => socket.sendFixes(fixes)),
    stop: () => {
      clearTimeout(timer);
      socket.stop();
    },
  };
}

/** What is worked out about the route, or from what its driver has sent himself: nothing of it is on his screen. */
function isNothingToRead(type: string): boolean {
  return /^(proof|exception)\./.test(type) || type === "route.arrivals-changed" || type === "assignment.opened";
}
