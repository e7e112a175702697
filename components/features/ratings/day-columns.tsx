import clsx from "clsx";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import { formatAverage } from "./format-average";

type Day = RouterOutput["customer"]["ratings"]["byDay"][number];

const WELL = 4;
const POORLY = 3;

/** The mean of each day that has any rating, oldest first; a column per day, read out and shown in full on pointing. */
export function DayColumns({ days }: { days: readonly Day[] }) {
  const t = useWords("ratings");
  if (days.length < 2) return null;
  return (
    <section aria-label={t("byDay")}>
      <h2 className="mb-2 font-semibold">{t("byDay")}</h2>
      <ol className="flex h-20 items-end gap-px border-line border-b">
        {days.toReversed().map(({ date, average, ratings: count }) => {
          const said = t("dayLine", {
            date: t.format.date(date, "short"),
            average: formatAverage(t.format, average),
            count,
          });
          return (
            <li key={date} title={said} className="flex h-full min-w-0 max-w-6 flex-1 items-end">
              <span className="sr-only">{said}</span>
              <span
                aria-hidden="true"
                className={clsx("w-full rounded-t-xs", columnColour(average ?? 0))}
                style={{ height: `${((average ?? 0) / 5) * 100}%` }}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function columnColour(average: number): string {
  if (average >= WELL) return "bg-accent";
  return average >= POORLY ? "bg-warn" : "bg-alert";
}
