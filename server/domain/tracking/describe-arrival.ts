import { type MessageFormat, messageFormat } from "@/server/domain/message/message-format";
import type { MessageReader } from "@/server/domain/message/message-reader";
import { localDateAt, zoneOffsetMs } from "@/server/domain/time/zoned-time";
import type { ClockRange } from "./arrival-window";
import type { Lateness } from "./lateness";
import { hasEnded, type TrackingState } from "./tracking-state";
import { trackingWords } from "./tracking-words";

export interface ArrivalFacts {
  readonly state: TrackingState;
  readonly lateness: Lateness;
  /** As told; null: only the day is known. */
  readonly window: ClockRange | null;
  /** The local day it is planned for; null: none yet. */
  readonly serviceDate: string | null;
  readonly timeZone: string;
}

/** The page's first lines, in the order in which they are read. */
export interface ArrivalLines {
  /** Empty: nothing is late. */
  readonly lateness: string;
  readonly state: string;
  /** The day; empty once it has ended. */
  readonly day: string;
  /** From when to when; empty without a window. Never a minute alone. */
  readonly window: string;
}

/** Says where a delivery stands and when it comes, in its reader's language and the door's own time. */
export function describeArrival(reader: MessageReader, facts: ArrivalFacts): ArrivalLines {
  const { state, window, serviceDate, timeZone } = facts;
  const words = trackingWords(reader.language);
  const format = messageFormat(reader);
  if (hasEnded(state)) return { lateness: "", state: words.states[state], day: "", window: "" };
  const day = window ? localDateAt(new Date(window.fromMs), timeZone) : serviceDate;
  const isExpected = state !== "arrived";
  return {
    lateness: { "on-time": "", "at-risk": words.atRisk, late: words.late }[isExpected ? facts.lateness : "on-time"],
    state: words.states[state],
    day: day === null ? "" : words.onDay(format.day(day)),
    window: window && isExpected ? words.between(...edgesOf(format, window, timeZone)) : "",
  };
}

/** Both edges by the clock; with its offset where the clock is put forward or back in between. */
function edgesOf(format: MessageFormat, { fromMs, toMs }: ClockRange, timeZone: string): [string, string] {
  const [from, to] = [new Date(fromMs), new Date(toMs)];
  const isShifted = zoneOffsetMs(from, timeZone) !== zoneOffsetMs(to, timeZone);
  const say = isShifted ? format.clockWithOffset : format.clock;
  return [say(from, timeZone), say(to, timeZone)];
}
