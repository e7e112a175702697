"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { formatInstant } from "@/components/lib/format";
import { type ActivityEvent, eventDetails, eventSubject, eventTitle } from "./describe-event";

/** One thing that happened; opened, what it was before and after. */
export function ActivityRow({ event, zone }: { event: ActivityEvent; zone: string }) {
  const [isOpen, setOpen] = useState(false);
  const subject = eventSubject(event);
  return (
    <li className="border-line border-b last:border-b-0">
      <details open={isOpen} onToggle={(toggled) => setOpen(toggled.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2 px-4 py-2 outline-offset-[-2px] hover:bg-hover sm:px-5">
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-4 shrink-0 text-ink-muted transition-transform duration-100 group-open:rotate-90"
          />
          <span className="min-w-0 flex-1">
            <span className="font-medium">{eventTitle(event.type)}</span>
            {subject ? <span className="break-words"> · {subject}</span> : null}
            <span className="block text-ink-muted sm:hidden">
              {event.actorLabel} · {formatInstant(event.occurredAt, zone, "en-GB")}
            </span>
          </span>
          <span className="hidden w-36 shrink-0 truncate text-ink-muted sm:block">{event.actorLabel}</span>
          <time className="hidden w-36 shrink-0 text-right text-ink-muted sm:block">
            {formatInstant(event.occurredAt, zone, "en-GB")}
          </time>
        </summary>
        {isOpen ? <Details event={event} /> : null}
      </details>
    </li>
  );
}

function Details({ event }: { event: ActivityEvent }) {
  const details = eventDetails(event);
  return (
    <div className="bg-canvas px-4 py-3 pl-10 text-sm sm:pl-11">
      {details.length > 0 ? (
        <table className="mb-2 w-full border-collapse text-left align-top">
          <thead>
            <tr className="text-ink-muted [&>th]:pr-4 [&>th]:pb-1 [&>th]:font-medium">
              <th scope="col">Field</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
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
        Number {event.seq} · reference <span className="select-all font-mono">{event.correlationId}</span>
      </p>
    </div>
  );
}
