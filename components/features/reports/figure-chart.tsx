import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import { BarChart } from "@/components/ui/bar-chart";
import { ColumnChart } from "@/components/ui/column-chart";
import type { Breakdown } from "@/server/domain/analytics/breakdown";
import type { FigureColumn } from "@/server/domain/analytics/report-columns";
import { useRowName } from "./row-name";
import { sayFigure } from "./say-figure";

type Report = RouterOutput["report"]["figures"];

/** With more names than this the rest are in the table only. */
const MOST_BARS = 15;
const BASES = { seconds: 60, share: 1, count: 1, ratio: 1, meters: 1000, grams: 1000 } as const;

/** One figure by day as columns, or by name as bars, the highest first. */
export function FigureChart({ rows, by, column }: { rows: Report["rows"]; by: Breakdown; column: FigureColumn }) {
  const t = useWords("reports");
  const nameOf = useRowName(by);
  const say = (value: number) => sayFigure(t.format, column.unit, value);
  const high = column.unit === "share" && rows.every(({ values }) => (values[column.id] ?? 0) <= 1) ? 1 : undefined;
  const drawn = rows.map((row) => ({ id: row.key ?? "", label: nameOf(row), value: row.values[column.id] ?? null }));
  const caption = t("chartOf", { figure: t(`figure.${column.id}`), by: t(`by.${by}`) });
  return (
    <figure aria-label={caption}>
      <figcaption className="mb-4 font-semibold">{caption}</figcaption>
      {by === "day" ? (
        <ColumnChart columns={drawn} say={say} scale={{ base: BASES[column.unit], ...(high && { high }) }} />
      ) : (
        <BarChart
          bars={drawn.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity)).slice(0, MOST_BARS)}
          say={say}
          {...(high && { high })}
        />
      )}
      {by !== "day" && rows.length > MOST_BARS ? (
        <p className="mt-2 text-ink-muted text-sm">{t("mostBars", { count: MOST_BARS })}</p>
      ) : null}
    </figure>
  );
}

/** CO₂ as planned and as driven side by side, of the routes of which both are known. */
export function EmissionChart({ rows, by }: { rows: Report["rows"]; by: Breakdown }) {
  const t = useWords("reports");
  const nameOf = useRowName(by);
  const say = (value: number) => sayFigure(t.format, "grams", value);
  const drawn = rows.map((row) => ({
    id: row.key ?? "",
    label: nameOf(row),
    value: row.values.comparedPlannedGrams ?? null,
    other: row.values.drivenGrams ?? null,
  }));
  const known = drawn.filter(({ other }) => other !== null).toSorted((a, b) => b.other! - a.other!);
  const caption = t("emissionChart", { by: t(`by.${by}`) });
  const legend = [t("planned"), t("driven")] as const;
  return (
    <figure aria-label={caption}>
      <figcaption className="mb-4 font-semibold">{caption}</figcaption>
      {by === "day" ? (
        <ColumnChart columns={drawn} say={say} scale={{ base: BASES.grams }} legend={legend} />
      ) : (
        <BarChart bars={known.slice(0, MOST_BARS)} say={say} legend={legend} />
      )}
      {by !== "day" && known.length > MOST_BARS ? (
        <p className="mt-2 text-ink-muted text-sm">{t("mostBars", { count: MOST_BARS })}</p>
      ) : null}
    </figure>
  );
}

/** How far expectations were off, by how long before: half of the stops, and nine of ten. */
export function LeadChart({ leads }: { leads: Report["leads"] }) {
  const t = useWords("reports");
  const say = (value: number) => sayFigure(t.format, "seconds", value);
  return (
    <section aria-label={t("leads")} className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <figure aria-label={t("leads")}>
        <figcaption className="mb-4 font-semibold">{t("leads")}</figcaption>
        <ColumnChart
          columns={leads.map(({ leadMinutes, medianErrorSeconds, p90ErrorSeconds }) => ({
            id: String(leadMinutes),
            label: t("leadShort", { minutes: leadMinutes }),
            value: medianErrorSeconds,
            other: p90ErrorSeconds,
          }))}
          say={say}
          scale={{ base: 60 }}
          legend={[t("figure.medianErrorSeconds"), t("figure.p90ErrorSeconds")]}
        />
      </figure>
      <div className="self-center overflow-x-auto">
        <table className="w-full tabular-nums">
          <thead className="text-ink-muted text-sm">
            <tr className="border-line border-b [&>th]:py-1 [&>th]:pl-3 [&>th]:text-right [&>th]:font-normal">
              <th scope="col" className="pl-0! text-left!">
                {t("leadColumn")}
              </th>
              <th scope="col">{t("figure.medianErrorSeconds")}</th>
              <th scope="col">{t("figure.p90ErrorSeconds")}</th>
              <th scope="col">{t("figure.closeShare")}</th>
              <th scope="col">{t("figure.stops")}</th>
            </tr>
          </thead>
          <tbody>
            {leads.map(({ leadMinutes, medianErrorSeconds, p90ErrorSeconds, close, stops }) => (
              <tr key={leadMinutes} className="border-line border-b [&>td]:py-1 [&>td]:pl-3 [&>td]:text-right">
                <th scope="row" className="text-left font-normal">
                  {t("lead", { minutes: leadMinutes })}
                </th>
                <td>{medianErrorSeconds === null ? "–" : say(medianErrorSeconds)}</td>
                <td>{p90ErrorSeconds === null ? "–" : say(p90ErrorSeconds)}</td>
                <td>{stops === 0 ? "–" : sayFigure(t.format, "share", close / stops)}</td>
                <td>{t.format.count(stops)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
