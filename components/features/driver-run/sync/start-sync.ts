import { openRouteLine } from "./route-line";
import { type SyncResult, syncRoute } from "./sync-route";

/** What the screen says about sending. */
export interface SyncState {
  readonly isSending: boolean;
  /** Null until the first pass of this page has ended. */
  readonly result: SyncResult | null;
}

export interface SyncLoop {
  /** Something new waits: send it now, or as soon as there is a way. */
  wake(): void;
  /** A position was noted: it goes at once where the line is open, else with the next pass. */
  noteFix(): void;
  stop(): void;
}

const REFRESH_MILLISECONDS = 60_000;
/** While news come by themselves, for whatever they might not tell. */
const LIVE_REFRESH_MILLISECONDS = 300_000;
const FIRST_RETRY_MILLISECONDS = 2_000;
const LAST_RETRY_MILLISECONDS = 60_000;

/**
 * Keeps a route and the server in step while the page is open: at once, whenever something is done, when the network or the
 * page comes back, when the server says that something has happened, once a minute where it cannot say so, and again after
 * a growing pause when it did not work. Tabs take turns, so that nothing is sent by two of them.
 */
export function startSync(
  database: IDBDatabase,
  routeId: string,
  on: { readonly state: (state: SyncState) => void; readonly changed: () => void },
): SyncLoop {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isWanted = false;
  let failures = 0;
  let endedMs = 0;
  let isStopped = false;

  const pass = async (): Promise<void> => {
    if (isStopped) return;
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    clearTimeout(timer);
    let result: SyncResult = "away";
    on.state({ isSending: true, result: null });
    while (isWanted && !isStopped) {
      isWanted = false;
      const sync = () => syncRoute(database, routeId, () => isWanted);
      result = await exclusively(routeId, sync).catch((): SyncResult => "away");
      on.changed();
    }
    isRunning = false;
    on.state({ isSending: false, result });
    failures = result === "away" ? failures + 1 : 0;
    if (result === "closed") line.stop();
    else if (!isStopped) timer = setTimeout(tick, pauseAfter(failures));
    endedMs = Date.now();
  };
  const tick = () => {
    const isFresh = failures === 0 && line.isLive() && Date.now() - endedMs < LIVE_REFRESH_MILLISECONDS;
    if (isFresh) timer = setTimeout(tick, REFRESH_MILLISECONDS);
    else void pass();
  };
  const wake = () => {
    failures = 0;
    void pass();
  };
  const onVisible = () => {
    if (document.visibilityState === "visible") wake();
  };
  const line = openRouteLine(database, routeId, () => void pass());
  window.addEventListener("online", wake);
  window.addEventListener("focus", onVisible);
  document.addEventListener("visibilitychange", onVisible);
  void pass();
  return {
    wake,
    noteFix: () => void exclusively(routeId, line.sendFixes).catch(() => {}),
    stop: () => {
      isStopped = true;
      line.stop();
      clearTimeout(timer);
      window.removeEventListener("online", wake);
      window.removeEventListener("focus", onVisible);
      document.removeEventListener("visibilitychange", onVisible);
    },
  };
}

/** 2 s, 4 s, 8 s … 60 s, each a little shorter by chance, so that a fleet does not come back in one second. */
function pauseAfter(failures: number): number {
  if (failures === 0) return REFRESH_MILLISECONDS;
  const pause = Math.min(LAST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** (failures - 1));
  return pause * (0.75 + Math.random() * 0.25);
}

/** One tab at a time; a browser without locks has one tab's worth of luck, and the server knows repeated acts. */
function exclusively<Result>(routeId: string, work: () => Promise<Result>): Promise<Result> {
  if (!navigator.locks) return work();
  return navigator.locks.request(`dray-run-${routeId}`, work) as Promise<Result>;
}
