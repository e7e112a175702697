"use client";
import clsx from "clsx";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import { formatAverage } from "./format-average";

type Driver = RouterOutput["customer"]["ratings"]["byDriver"][number];

export type DriverTableProps = {
  drivers: readonly Driver[];
  chosen: string | null;
  onChoose: (driverId: string | null) => void;
};

/** Drivers by what their customers said, the least content first; choosing one shows his alone. */
export function DriverTable({ drivers, chosen, onChoose }: DriverTableProps) {
  const t = useWords("ratings");
  return (
    <section aria-label={t("byDriver")}>
      <h2 className="mb-1 font-semibold">{t("byDriver")}</h2>
      <table className="w-full tabular-nums">
        <thead className="text-left text-ink-muted text-sm">
          <tr className="border-line border-b [&>th]:py-1 [&>th]:font-normal">
            <th scope="col">{t("driver")}</th>
            <th scope="col" className="w-18 text-right">
              {t("averageColumn")}
            </th>
            <th scope="col" className="w-18 text-right">
              {t("count")}
            </th>
            <th scope="col" className="w-18 text-right">
              {t("lowColumn")}
            </th>
          </tr>
        </thead>
        <tbody>
          {drivers.map(({ driverId, driverName, average, ratings, low }) => (
            <tr key={driverId} className="border-line border-b [&>td]:py-1 [&>td]:text-right">
              <th scope="row" className="max-w-0 text-left font-normal">
                {driverId === null ? (
                  <span className="text-ink-muted">{t("noDriver")}</span>
                ) : (
                  <button
                    type="button"
                    aria-pressed={driverId === chosen}
                    onClick={() => onChoose(driverId === chosen ? null : driverId)}
                    className={clsx(
                      "flex min-h-6 max-w-full items-center rounded-sm text-left hover:underline",
                      driverId === chosen && "font-medium text-accent",
                    )}
                  >
                    <span className="truncate">{driverName}</span>
                  </button>
                )}
              </th>
              <td className="font-medium">{formatAverage(t.format, average)}</td>
              <td>{t.format.count(ratings)}</td>
              <td className={low > 0 ? "text-alert" : "text-ink-muted"}>{t.format.count(low)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen === null ? null : (
        <button
          type="button"
          onClick={() => onChoose(null)}
          className="mt-2 min-h-6 rounded-sm text-accent hover:underline"
        >
          {t("allDrivers")}
        </button>
      )}
    </section>
  );
}
