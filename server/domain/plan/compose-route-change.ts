import { messageFormat } from "@/server/domain/message/message-format";
import type { MessageReader } from "@/server/domain/message/message-reader";
import { type MessageText, messageWords, type NamedStops } from "@/server/domain/message/message-words";

interface RouteChangeFacts {
  readonly driverName: string;
  readonly routeNumber: number;
  readonly date: string;
  readonly timeZone: string;
  /** When the driver leaves the depot now. */
  readonly startAt: Date;
  readonly stops: number;
  /** "Carrer de Mallorca 12 (Aina Serra)", in driving order. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Only where it goes back to load is different. */
  readonly isLoadingOnly?: boolean;
}

/** A message is no road book. */
const MOST_NAMED = 20;

/** What a driver who holds a route is told when it changes: only the difference; the link shows the whole. */
export function composeRouteChange(reader: MessageReader, facts: RouteChangeFacts): MessageText {
  const format = messageFormat(reader);
  return messageWords(reader.language).routeChange({
    driver: facts.driverName,
    route: facts.routeNumber,
    day: format.day(facts.date),
    start: format.clock(facts.startAt, facts.timeZone),
    stops: facts.stops,
    added: named(facts.added),
    removed: named(facts.removed),
    isLoadingOnly: facts.isLoadingOnly ?? false,
  });
}

function named(stops: readonly string[]): NamedStops {
  return { names: stops.slice(0, MOST_NAMED), count: stops.length };
}
