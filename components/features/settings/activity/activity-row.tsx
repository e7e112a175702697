"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { type ActivityEvent, eventDetails, eventSubject, eventTitle } from "./describe-event";

export type ActivityRowProps = {
  event: ActivityEvent;
  zone: string;
  /** Shows all that the same request or job caused; absent where that is shown. */
  onPick: (() => void) | undefined;
};

/** One thing that happened; opened, what it was before and after. */
export function ActivityRow({ event, zone, onPick }: ActivityRowProps) {
  const events = useWords("events");
  const t = useWords("activity");
  const [isOpen, setOpen] = useState(false);
  const edits = useWords("edits");
  const subject = eventSubject({ t, edits }, event);
  return (
    <li className="border-line border-b last:border-b-0">
      <details open={isOpen} onToggle={(toggled) => setOpen(toggled.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2 px-4 py-2 outline-offset-[-2px] hover:bg-hover sm:px-5">
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-4 shrink-0 text-ink-muted transition-transform duration-100 group-open:rotate-90"
          />
          <span className="min-w-0 flex-1">
            <span className="font-medium">{eventTitle(events, event.type)}</span>
            {subject ? <span className="break-words"> · {subject}</span> : null}
            <span className="block text-ink-muted sm:hidden">
              {event.actorLabel} · {t.format.instant(event.occurredAt, zone)}
            </span>
          </span>
          <span className="hidden w-36 shrink-0 truncate text-ink-muted sm:block">{event.actorLabel}</span>
          <time className="hidden w-36 shrink-0 text-right text-ink-muted sm:block">
            {t.format.instant(event.occurredAt, zone)}
          </time>
        </summary>
        {isOpen ? <Details event={event} onPick={onPick} /> : null}
      </details>
    </li>
  );
}

function Details({ event, onPick }: Omit<ActivityRowProps, "zone">) {
  const t = useWords("activity");
  const details = eventDetails(event);
  return (
    <div className="bg-canvas px-4 py-3 pl-10 text-sm sm:pl-11">
      {details.length > 0 ? (
        <table className="mb-2 w-full border-collapse text-left align-top">
          <thead>
            <tr className="text-ink-muted [&>th]:pr-4 [&>th]:pb-1 [&>th]:font-medium">
              <th scope="col">{t("field")}</th>
              <th scope="col">{t("before")}</th>
              <th scope="col">{t("after")}</th>
            </tr>
          </thead>
          <tbody>
            {details.map(({ field, before, after }) => (
              <tr key={field} className="align-top [&>td]:py-0.5 [&>td]:pr-4">
                <td className="text-ink-muted">{field}</td>
                <td className="break-all">{before || "–"}</td>
                <td className="break-all">{after || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="text-ink-muted">
        {t.rich("number", {
          seq: String(event.seq),
          id: event.correlationId,
          code: (words) => <span className="select-all font-mono">{words}</span>,
        })}
      </p>
      {onPick ? (
        <Button size="sm" className="mt-2" onClick={onPick}>
          {t("sameReference")}
        </Button>
      ) : null}
    </div>
  );
}
