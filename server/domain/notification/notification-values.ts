import type { OutcomeReason } from "@/server/domain/execution/outcome";
import { messageFormat } from "@/server/domain/message/message-format";
import type { MessageReader } from "@/server/domain/message/message-reader";
import { evidenceWords } from "@/server/domain/proof/evidence-words";
import { localDateAt } from "@/server/domain/time/zoned-time";
import type { ClockRange } from "@/server/domain/tracking/arrival-window";
import { driverFirstName } from "@/server/domain/tracking/driver-first-name";
import { trackingWords } from "@/server/domain/tracking/tracking-words";
import type { TemplateValues } from "./render-template";

export interface NotificationFacts {
  readonly recipientName: string;
  readonly sender: string;
  /** The order's own number; may be empty. */
  readonly order: string;
  /** As told on the page; null: only the day is known. */
  readonly window: ClockRange | null;
  readonly serviceDate: string | null;
  readonly timeZone: string;
  readonly isLate: boolean;
  /** Full name; empty where the customer may not know it. */
  readonly driverName: string;
  /** Null where the customer may not know it. */
  readonly stopsBefore: number | null;
  readonly reason: OutcomeReason | null;
  readonly link: string;
}

/** What a delivery puts into its messages, in the reader's language and the door's own time. Never a bare minute. */
export function notificationValues(reader: MessageReader, facts: NotificationFacts): TemplateValues {
  const { window, serviceDate, timeZone, stopsBefore, reason } = facts;
  const format = messageFormat(reader);
  const clock = (ms: number) => format.clock(new Date(ms), timeZone);
  const times = window ? `${clock(window.fromMs)}-${clock(window.toMs)}` : "";
  const date = window ? localDateAt(new Date(window.fromMs), timeZone) : serviceDate;
  return {
    recipient: facts.recipientName,
    sender: facts.sender,
    order: facts.order,
    when: [date && format.day(date), times].filter(Boolean).join(", "),
    window: times,
    lateness: facts.isLate ? trackingWords(reader.language).late : "",
    driver: driverFirstName(facts.driverName),
    stops: stopsBefore === null ? "" : String(stopsBefore),
    reason: reason === null ? "" : evidenceWords(reader.language).reasons[reason],
    link: facts.link,
  };
}
