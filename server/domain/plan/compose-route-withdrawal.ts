import { messageFormat } from "@/server/domain/message/message-format";
import type { MessageReader } from "@/server/domain/message/message-reader";
import { type MessageText, messageWords } from "@/server/domain/message/message-words";

interface WithdrawalFacts {
  readonly driverName: string;
  readonly routeNumber: number;
  readonly date: string;
  /** Who drives it from now on. */
  readonly nextDriverName: string;
}

/** What a driver is told whose route somebody else drives from now on. */
export function composeRouteWithdrawal(reader: MessageReader, facts: WithdrawalFacts): MessageText {
  return messageWords(reader.language).routeWithdrawn({
    driver: facts.driverName,
    route: facts.routeNumber,
    day: messageFormat(reader).day(facts.date),
    next: facts.nextDriverName,
  });
}
