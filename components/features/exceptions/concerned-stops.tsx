"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { boardAddress } from "@/components/lib/exceptions/exception-state";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";

export type ConcernedStop = RouterOutput["exception"]["stops"][number];

const SHOWN = 6;

/** The doors an exception is about, as they stand now. */
export function useConcernedStops(exceptionId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.exception.stops.queryOptions({ exceptionId })).data;
}

/** Of a late route each door with what was promised and what is expected; each leads to its place on the board. */
export function ConcernedStops({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const stops = useConcernedStops(exception.id);
  if (exception.type !== "late" || !stops || stops.length === 0) return null;
  const clock = (atMs: number) => t.format.clock(atMs, exception.timeZone ?? "UTC");
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t("lateStops")}</h3>
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead>
          <tr className="border-line border-b text-left text-ink-muted">
            <th scope="col" className="py-1 pr-3 font-medium">
              {t("stop")}
            </th>
            <th scope="col" className="py-1 pr-3 text-right font-medium">
              {t("promised")}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t("expected")}
            </th>
          </tr>
        </thead>
        <tbody>
          {stops.slice(0, SHOWN).map((stop) => (
            <tr key={stop.visitId} className="border-line border-b">
              <th scope="row" className="max-w-0 truncate py-1 pr-3 text-left font-normal">
                <Link
                  href={boardAddress({ ...exception, visitId: stop.visitId }) ?? "#"}
                  className="hover:text-accent hover:underline"
                >
                  {stop.recipient || stop.externalId}
                </Link>
              </th>
              <td className="w-16 py-1 pr-3 text-right">
                {stop.promisedAtMs === null ? "–" : clock(stop.promisedAtMs)}
              </td>
              <td className="w-16 py-1 text-right font-medium text-alert">
                {stop.expectedAtMs === null ? "–" : clock(stop.expectedAtMs)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {stops.length > SHOWN ? (
        <p className="text-ink-muted text-sm">{t("moreStops", { count: stops.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}
