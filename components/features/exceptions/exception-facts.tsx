"use client";
import { Phone } from "lucide-react";
import type { ReactNode } from "react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useWords } from "@/components/lib/words/words-context";
import { localDateAt } from "@/server/domain/time/zoned-time";

/** Who and what it is about, and since when. */
export function ExceptionFacts({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const { routeNumber, recipient, street, externalId, raisedAtMs, timeZone, date, projectName } = exception;
  const zone = timeZone ?? "UTC";
  const isElsewhere = zone !== browserTimeZone();
  const since = t.format.instant(raisedAtMs, zone);
  const raised = isElsewhere ? `${since} · ${t.format.zone(zone, localDateAt(new Date(raisedAtMs), zone))}` : since;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t("subject"), routeNumber === null ? null : facts("route", { number: String(routeNumber) })],
    [t("driver"), exception.driverName ? <Driver key="driver" exception={exception} /> : null],
    [t("stop"), [recipient, street].filter((each) => each).join(", ")],
    [t("order"), externalId],
    [t("project"), projectName],
    [t("day"), date ? t.format.date(date) : null],
    [t("raised"), raised],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {rows
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Driver({ exception: { driverName, driverPhone } }: { exception: Exception }) {
  const t = useWords("exceptions");
  return (
    <>
      {driverName}
      {driverPhone ? (
        <a href={`tel:${driverPhone}`} className="ml-2 inline-flex items-center gap-1 text-accent hover:underline">
          <Phone className="size-3.5" aria-hidden="true" />
          {t("call")}
        </a>
      ) : null}
    </>
  );
}
