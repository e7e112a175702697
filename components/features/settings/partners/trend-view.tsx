"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChartColumn, Download } from "lucide-react";
import Link from "next/link";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { downloadText } from "@/components/lib/download-text";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { EmptyState } from "@/components/ui/empty-state";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Skeleton } from "@/components/ui/skeleton";
import { TREND_UNITS } from "@/server/domain/partner/trend-buckets";
import { OnTimeBars } from "./on-time-bars";
import { shareText, type Trend } from "./partner-words";
import { addedUp, type TrendFigures, trendCsv } from "./trend-figures";

/** How well partners deliver: one by its stretches of days, several side by side. The address keeps what is asked for. */
export function TrendView({ partnerId }: { partnerId?: string }) {
  const t = useWords("settingsPartners");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const [{ unit, from, to }, setAsked] = useQueryStates({
    unit: parseAsStringLiteral(TREND_UNITS).withDefault("day"),
    from: parseAsString,
    to: parseAsString,
  });
  const asked = { unit, partnerId, fromDate: from ?? undefined, toDate: to ?? undefined };
  const { data, error } = useQuery(trpc.partner.performance.queryOptions(asked, { placeholderData: keepPreviousData }));
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <SegmentedControl
          label={t("unit")}
          options={TREND_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
          value={unit}
          onValueChange={(next) => void setAsked({ unit: next })}
        />
        <div className="flex gap-2">
          <DatePicker
            label={t("from")}
            steps={false}
            value={from ?? data?.fromDate ?? ""}
            onValueChange={(next) => void setAsked({ from: next })}
          />
          <DatePicker
            label={t("to")}
            steps={false}
            value={to ?? data?.toDate ?? ""}
            onValueChange={(next) => void setAsked({ to: next })}
          />
        </div>
        {data ? (
          <Button
            icon={<Download />}
            onClick={() => downloadText(`partners-${data.fromDate}-${data.toDate}.csv`, "text/csv", trendCsv(data))}
          >
            {t("csv")}
          </Button>
        ) : null}
      </div>
      {error ? <Banner tone="error">{refusalOf(error).message}</Banner> : null}
      {!data && !error ? <Skeleton className="h-60 w-full" /> : null}
      {data ? <TrendTables trend={data} isOne={partnerId !== undefined} /> : null}
    </div>
  );
}

function TrendTables({ trend, isOne }: { trend: Trend; isOne: boolean }) {
  const t = useWords("settingsPartners");
  const { partners, buckets, rows, unit } = trend;
  if (rows.length === 0) return <EmptyState icon={<ChartColumn />} title={t("noPeriod")} />;
  const rowsOf = (id: string) => rows.filter(({ partnerId }) => partnerId === id);
  const bucketText = (bucket: string) => t.format.date(bucket, unit === "month" ? "medium" : "short");
  return (
    <>
      <div className={isOne ? "" : "grid gap-5 lg:grid-cols-2"}>
        {partners.map(({ id, name, sla }) => (
          <OnTimeBars key={id} name={name} sla={sla} buckets={buckets} rows={rowsOf(id)} bucketText={bucketText} />
        ))}
      </div>
      <FigureTable
        heading={t(isOne ? "period" : "column")}
        lines={
          isOne
            ? buckets.map((bucket) => ({
                key: bucket,
                title: bucketText(bucket),
                figures: addedUp(rows.filter((row) => row.bucket === bucket)),
              }))
            : partners.map(({ id, name }) => ({
                key: id,
                title: name,
                href: `/settings/partners/${id}?tab=performance`,
                figures: addedUp(rowsOf(id)),
              }))
        }
      />
    </>
  );
}

interface Line {
  readonly key: string;
  readonly title: string;
  readonly href?: string;
  readonly figures: TrendFigures;
}

function FigureTable({ heading, lines }: { heading: string; lines: readonly Line[] }) {
  const t = useWords("settingsPartners");
  const cells = ({ figures }: Line) => [
    t.format.count(figures.deliveries),
    t.format.count(figures.delivered),
    t.format.count(figures.failed),
    shareText(t, figures.onTime, figures.promised),
    t.format.count(figures.missedPickups),
    shareText(t, figures.accepted, figures.decided),
    figures.meanAnswerSeconds === null ? "–" : t("seconds", { count: Math.round(figures.meanAnswerSeconds) }),
  ];
  const headings = [
    t("deliveries"),
    t("delivered"),
    t("failed"),
    t("onTimeShare"),
    t("missedPickups"),
    t("acceptance"),
    t("answerTime"),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section aria-label={t("compare")} tabIndex={0} className="overflow-x-auto">
      <table className="w-full tabular-nums [&_td]:px-2 [&_td]:py-1.5 [&_th]:px-2 [&_th]:py-1.5">
        <thead>
          <tr className="border-line border-b text-left text-ink-muted text-sm">
            <th scope="col">{heading}</th>
            {headings.map((text) => (
              <th key={text} scope="col" className="text-right">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className="border-line border-b last:border-b-0">
              <th scope="row" className="whitespace-nowrap text-left font-medium">
                {line.href ? (
                  <Link href={line.href} className="text-accent hover:underline">
                    {line.title}
                  </Link>
                ) : (
                  line.title
                )}
              </th>
              {cells(line).map((text, index) => (
                <td key={headings[index]} className="text-right">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
