import { messageFormat } from "@/server/domain/message/message-format";
import type { MessageReader } from "@/server/domain/message/message-reader";
import { type MessageText, messageWords } from "@/server/domain/message/message-words";

interface RouteFacts {
  readonly driverName: string;
  readonly routeNumber: number;
  readonly date: string;
  readonly timeZone: string;
  /** When the driver leaves the depot. */
  readonly startAt: Date;
  readonly stops: number;
  readonly link: string;
}

/** What a driver is told when a route is sent out, in the plan's own time. */
export function composeRouteMessage(reader: MessageReader, facts: RouteFacts): MessageText {
  const format = messageFormat(reader);
  return messageWords(reader.language).routeOffer({
    driver: facts.driverName,
    route: facts.routeNumber,
    day: format.day(facts.date),
    start: format.clock(facts.startAt, facts.timeZone),
    stops: facts.stops,
    link: facts.link,
  });
}
