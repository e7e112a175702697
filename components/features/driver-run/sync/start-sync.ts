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
  stop(): void;
}

const REFRESH_MILLISECONDS = 60_000;
const FIRST_RETRY_MILLISECONDS = 2_000;
const LAST_RETRY_MILLISECONDS = 60_000;

/**
 * Keeps a route and the server in step while the page is open: at once, whenever something is done, when the network or the
 * page comes back, once a minute while it is looked at, and again after a growing pause when it did not work. Tabs take
 * turns, so that nothing is sent by two of them.
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
      result = await exclusively(routeId, () => syncRoute(database, routeId)).catch((): SyncResult => "away");
      on.changed();
    }
    isRunning = false;
    on.state({ isSending: false, result });
    failures = result === "away" ? failures + 1 : 0;
    if (!isStopped && result !== "closed") timer = setTimeout(pass, pauseAfter(failures));
  };
  const wake = () => {
    failures = 0;
    void pass();
  };
  const onVisible = () => {
    if (document.visibilityState === "visible") wake();
  };
  window.addEventListener("online", wake);
  window.addEventListener("focus", onVisible);
  document.addEventListener("visibilitychange", onVisible);
  void pass();
  return {
    wake,
    stop: () => {
      isStopped = true;
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
