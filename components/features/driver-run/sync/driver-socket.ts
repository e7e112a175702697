import type { PositionFix } from "../store/kept";
import type { Answer } from "./run-api";

const PATH = "/v1/lastmile/realtime";
/** The server's close code for a session that is over. */
const CLOSE_UNAUTHENTICATED = 4401;
const FIRST_RETRY_MILLISECONDS = 2_000;
const LAST_RETRY_MILLISECONDS = 120_000;
const ANSWER_MILLISECONDS = 15_000;
/** Two of the server's heartbeats and a bit: whoever says nothing for so long is not there any more. */
const SILENCE_MILLISECONDS = 50_000;

/** What the connection begins with: the device's session, and up to where in the log it knows its route. */
export interface Hello {
  readonly token: string;
  readonly lastEventId: number;
}

/** A line of the log; of a `resync`, which stands for more than is worth telling, the number is beyond all others. */
export interface RouteHappening {
  readonly eventId: number;
  readonly type: string;
}

export interface DriverSocketOptions {
  /** Asked before each attempt; null: not now. */
  readonly hello: () => Promise<Hello | null>;
  /** Something happened to the route. */
  readonly onNews: (news: RouteHappening) => void;
  /** The session has ended. */
  readonly onOver: () => void;
}

type Said =
  | { readonly type: "ready" | "heartbeat" | "resync" }
  | { readonly type: "event"; readonly id: number; readonly event: { readonly type: string } }
  | { readonly type: "positions-taken"; readonly ref?: string }
  | { readonly type: "refused"; readonly ref?: string; readonly error?: { readonly code: string } };

/** Refusals of the moment: what was sent may be sent again. */
const PASSING: readonly string[] = ["internal", "rate-limited", "unavailable"];

/**
 * A route's own line from the server, while the page is looked at and there is network: what is in nobody's hand costs no
 * battery. It comes back by itself, after growing pauses, and goes on where the device's knowledge ends, so nothing is
 * missed. It only makes things faster: without it everything still comes by asking.
 */
export class DriverSocket {
  private socket: WebSocket | null = null;
  private isReady = false;
  private isOpening = false;
  private isStopped = false;
  private failures = 0;
  private refs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silence: ReturnType<typeof setTimeout> | undefined;
  private readonly awaited = new Map<string, (answer: Answer<unknown>) => void>();

  constructor(private readonly options: DriverSocketOptions) {
    window.addEventListener("online", this.follow);
    window.addEventListener("offline", this.follow);
    document.addEventListener("visibilitychange", this.follow);
    void this.open();
  }

  /** True while news come by themselves. */
  get isLive(): boolean {
    return this.isReady;
  }

  /** Sends positions by the open connection; `away` when there is none, or it breaks. */
  sendFixes(fixes: readonly PositionFix[]): Promise<Answer<unknown>> {
    const { socket } = this;
    if (!socket || !this.isReady) return Promise.resolve({ kind: "away" });
    const ref = String(++this.refs);
    return new Promise((resolve) => {
      const settle = (answer: Answer<unknown>) => {
        clearTimeout(limit);
        this.awaited.delete(ref);
        resolve(answer);
      };
      const limit = setTimeout(settle, ANSWER_MILLISECONDS, { kind: "away" } as const);
      this.awaited.set(ref, settle);
      socket.send(JSON.stringify({ type: "positions", ref, deviceNow: new Date().toISOString(), fixes }));
    });
  }

  stop(): void {
    this.isStopped = true;
    window.removeEventListener("online", this.follow);
    window.removeEventListener("offline", this.follow);
    document.removeEventListener("visibilitychange", this.follow);
    this.shut();
  }

  private readonly follow = (): void => {
    if (this.isWanted()) {
      this.failures = 0;
      void this.open();
    } else this.shut();
  };

  private isWanted(): boolean {
    return !this.isStopped && navigator.onLine && document.visibilityState === "visible";
  }

  private async open(): Promise<void> {
    if (this.socket || this.isOpening || !this.isWanted()) return;
    this.isOpening = true;
    const hello = await this.options.hello().catch(() => null);
    this.isOpening = false;
    if (!this.isWanted()) return;
    if (!hello) return this.retry();
    const socket = new WebSocket(`${window.location.origin.replace(/^http/, "ws")}${PATH}`);
    this.socket = socket;
    this.hear();
    socket.onopen = () => socket.send(JSON.stringify({ type: "hello", ...hello }));
    socket.onmessage = ({ data }) => this.socket === socket && this.take(JSON.parse(String(data)) as Said);
    socket.onclose = ({ code }) => {
      if (this.socket !== socket) return;
      this.shut();
      if (code === CLOSE_UNAUTHENTICATED) this.options.onOver();
      this.retry();
    };
  }

  private take(said: Said): void {
    this.hear();
    if (said.type === "ready") {
      this.isReady = true;
      this.failures = 0;
    } else if (said.type === "event") this.options.onNews({ eventId: said.id, type: said.event.type });
    else if (said.type === "resync") this.options.onNews({ eventId: Number.POSITIVE_INFINITY, type: "resync" });
    else if (said.type === "positions-taken") this.awaited.get(said.ref ?? "")?.({ kind: "ok", body: null });
    else if (said.type === "refused") {
      const isPassing = PASSING.includes(said.error?.code ?? "");
      this.awaited.get(said.ref ?? "")?.(isPassing ? { kind: "away" } : { kind: "refused", status: 422 });
    }
  }

  /** Phones lose connections without a word. */
  private hear(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.shut();
      this.retry();
    }, SILENCE_MILLISECONDS);
  }

  private shut(): void {
    clearTimeout(this.timer);
    clearTimeout(this.silence);
    const left = this.socket;
    this.socket = null;
    this.isReady = false;
    left?.close();
    for (const answer of this.awaited.values()) answer({ kind: "away" });
  }

  private retry(): void {
    if (!this.isWanted()) return;
    const pause = Math.min(LAST_RETRY_MILLISECONDS, FIRST_RETRY_MILLISECONDS * 2 ** this.failures++);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.open(), pause * (0.75 + Math.random() * 0.25));
  }
}
