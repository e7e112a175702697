import "server-only";
import { SlidingCount } from "./sliding-count";

const MINUTE_MS = 60_000;

/** What is answered in a minute (product.md §3, "abuse"). */
export const TRACK_LIMITS = { perLink: 30, perCaller: 60, missesPerCaller: 10 } as const;

/**
 * Who may ask how often, counted by each process for itself. A caller is one address, or one network where addresses are
 * plenty. Whoever has missed too often is told nothing more for a while, of good links neither: else the answer would
 * still say which are good.
 */
export class TrackLimits {
  private readonly asked: SlidingCount;
  private readonly missed: SlidingCount;
  private readonly opened: SlidingCount;

  constructor(now: () => Date) {
    this.asked = new SlidingCount(MINUTE_MS, now);
    this.missed = new SlidingCount(MINUTE_MS, now);
    this.opened = new SlidingCount(MINUTE_MS, now);
  }

  /** Before anything is looked up: whether this caller is answered at all. */
  mayAsk(address: string): boolean {
    const caller = callerOf(address);
    return this.missed.of(caller) < TRACK_LIMITS.missesPerCaller && this.asked.take(caller, TRACK_LIMITS.perCaller);
  }

  /** Notes that a caller has asked for what there is not. */
  noteMiss(address: string): void {
    this.missed.take(callerOf(address), TRACK_LIMITS.missesPerCaller);
  }

  /** Whether a link that there is may be read once more. Unknown ones are not counted: there is no end of them. */
  mayOpen(linkId: string): boolean {
    return this.opened.take(linkId, TRACK_LIMITS.perLink);
  }
}

/** An address as it is counted: of IPv6 the first 64 bits, for whoever has one has all that begin so. */
export function callerOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(":")) return address;
  const [head, tail] = address.toLowerCase().split("%", 1)[0]!.split("::", 2) as [string, string | undefined];
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const first = groups(head);
  const last = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  const all = [...first, ...(tail === undefined ? [] : zeros), ...last];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
