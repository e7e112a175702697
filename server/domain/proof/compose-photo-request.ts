import type { MessageReader } from "@/server/domain/message/message-reader";
import { type MessageText, messageWords } from "@/server/domain/message/message-words";

interface PhotoRequest {
  readonly driverName: string;
  readonly routeNumber: number;
  /** "Carrer de Mallorca 12 (Aina Serra)". */
  readonly stops: readonly string[];
  /** What the reviewer wrote; empty: nothing. */
  readonly note: string;
}

/** A message is no road book. */
const MOST_NAMED = 20;

/** What a driver who is still on the road is told when evidence of his is not enough. */
export function composePhotoRequest(
  reader: MessageReader,
  { driverName, routeNumber, stops, note }: PhotoRequest,
): MessageText {
  return messageWords(reader.language).photoRequest({
    driver: driverName,
    route: routeNumber,
    stops: { names: stops.slice(0, MOST_NAMED), count: stops.length },
    note,
  });
}
