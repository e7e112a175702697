import type { Map as MapLibreMap } from "maplibre-gl";
import { FrameClock } from "./frame-clock";

/** While a hand keeps doing things the map lags behind it by this at most, once it lets go. */
const LONGEST_WAIT_MILLISECONDS = 1_500;
const SHORTEST_REST_MILLISECONDS = 60;
const LONGEST_REST_MILLISECONDS = 600;
const SLOW_FRAME_MILLISECONDS = 60;
/** Rest is wanted for so many times what a frame takes, so that drawing leaves most of a slow machine to everything else. */
const FRAMES_OF_REST = 4;

export interface PaceClock {
  now(): number;
  /** Calls back after this many milliseconds; the result takes it back. */
  after(milliseconds: number, run: () => void): () => void;
  /** Calls back once what the page has to paint is painted. */
  afterPaint(run: () => void): void;
  /** What the last frames of the map took to be drawn. */
  frameMilliseconds(): number;
}

/**
 * When the map is told what has changed. A frame of it costs far more than the page around it, most of all where no
 * graphics card draws it, and the two share one queue: so the page is painted first, what changes in quick succession is
 * drawn once, and while a button is down the map waits for the hand to rest.
 */
export class MapPace {
  private readonly waiting = new Map<string, () => void>();
  private cancel: (() => void) | undefined;
  private firstAt = 0;
  private lastAt = 0;
  private isHeld = false;

  constructor(
    private readonly clock: PaceClock,
    private readonly onBusy: () => void = () => {},
    private readonly onTold: () => void = () => {},
  ) {}

  /** Does something to the map when it is time; what was wanted under this key before is dropped. */
  change(key: string, run: () => void): void {
    const now = this.clock.now();
    if (this.waiting.size === 0) {
      this.firstAt = now;
      this.onBusy();
    }
    this.lastAt = now;
    this.waiting.set(key, run);
    this.plan();
  }

  /** What waits under this key is not wanted any more. */
  forget(key: string): void {
    this.waiting.delete(key);
  }

  /** A button is down, or let go again. */
  hold(isHeld: boolean): void {
    if (this.isHeld === isHeld) return;
    this.isHeld = isHeld;
    if (this.waiting.size > 0) this.plan();
  }

  /** Something is still to be told. */
  get isWaiting(): boolean {
    return this.waiting.size > 0;
  }

  /** True where a frame takes so long that a movement would be seen as single pictures. */
  get isSlow(): boolean {
    return this.clock.frameMilliseconds() > SLOW_FRAME_MILLISECONDS;
  }

  stop(): void {
    this.cancel?.();
    this.waiting.clear();
  }

  private plan(): void {
    this.cancel?.();
    const rest = Math.min(
      LONGEST_REST_MILLISECONDS,
      Math.max(SHORTEST_REST_MILLISECONDS, FRAMES_OF_REST * this.clock.frameMilliseconds()),
    );
    const rested = this.lastAt + rest;
    const at = this.isHeld ? rested : Math.min(rested, this.firstAt + LONGEST_WAIT_MILLISECONDS);
    this.cancel = this.clock.after(Math.max(0, at - this.clock.now()), () => {
      this.cancel = undefined;
      this.clock.afterPaint(() => this.tell());
    });
  }

  private tell(): void {
    // Something came in while the page was painted: it is told along with the rest, or waits for its own time.
    if (this.cancel && this.isHeld) return;
    this.cancel?.();
    this.cancel = undefined;
    const runs = [...this.waiting.values()];
    this.waiting.clear();
    for (const run of runs) run();
    this.onTold();
  }
}

/** The pace of a map: it holds while a button is down anywhere, and knows what its frames cost. `stop` ends it. */
export function paceOf(map: MapLibreMap, say: (state: "busy") => void): MapPace {
  const frames = new FrameClock(map);
  const clock: PaceClock = {
    now: () => performance.now(),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    afterPaint: (run) => requestAnimationFrame(() => setTimeout(run, 0)),
    frameMilliseconds: () => frames.milliseconds,
  };
  const pace = new MapPace(
    clock,
    () => say("busy"),
    () => map.triggerRepaint(),
  );
  const ends = new AbortController();
  const options = { signal: ends.signal, capture: true, passive: true };
  // A native drag takes the pointer away at its start and tells its end by an event of its own.
  let isDragging = false;
  addEventListener("pointerdown", () => pace.hold(true), options);
  addEventListener(
    "dragstart",
    () => {
      isDragging = true;
      pace.hold(true);
    },
    options,
  );
  for (const type of ["pointerup", "pointercancel"] as const)
    addEventListener(type, () => !isDragging && pace.hold(false), options);
  for (const type of ["drop", "dragend"] as const)
    addEventListener(
      type,
      () => {
        isDragging = false;
        pace.hold(false);
      },
      options,
    );
  map.once("remove", () => {
    ends.abort();
    pace.stop();
  });
  return pace;
}
