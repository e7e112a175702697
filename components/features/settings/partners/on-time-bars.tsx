"use client";
import { useWords } from "@/components/lib/words/words-context";
import type { PartnerSla } from "@/server/domain/partner/partner-schema";
import { shareText, type TrendRow } from "./partner-words";
import { addedUp } from "./trend-figures";

export type OnTimeBarsProps = {
  name: string;
  sla: PartnerSla;
  buckets: readonly string[];
  rows: readonly TrendRow[];
  bucketText: (bucket: string) => string;
};

const HEIGHT = 96;
const STEP = 12;

/** Which share came in time, stretch by stretch, from 0 to 100 %, with what was promised as a line; the table says the same. */
export function OnTimeBars({ name, sla, buckets, rows, bucketText }: OnTimeBarsProps) {
  const t = useWords("settingsPartners");
  const all = addedUp(rows);
  const { onTimePercent } = sla;
  const width = Math.max(1, buckets.length) * STEP;
  const bars = buckets.map((bucket) => ({ bucket, ...addedUp(rows.filter((row) => row.bucket === bucket)) }));
  return (
    <figure aria-label={t("chart", { name })} className="min-w-0">
      <figcaption className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{name}</span>
        <span className="text-ink-muted">
          {all.promised === 0 ? t("notMeasured") : shareText(t, all.onTime, all.promised)}
          {onTimePercent === undefined
            ? ""
            : ` · ${t("promisedShare", { share: t.format.share(onTimePercent / 100) })}`}
        </span>
      </figcaption>
      <svg
        role="img"
        aria-label={t("chart", { name })}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-28 w-full rounded-sm border-line border-b bg-surface-sunken"
      >
        {bars.map(({ bucket, promised, onTime }, index) => {
          const share = promised === 0 ? null : onTime / promised;
          const about =
            share === null
              ? t("barNone", { period: bucketText(bucket) })
              : t("barAbout", { period: bucketText(bucket), share: t.format.share(share), count: promised });
          const height = share === null ? 0 : Math.max(2, share * HEIGHT);
          return (
            <g key={bucket}>
              <title>{about}</title>
              <rect x={index * STEP} width={STEP} y={0} height={HEIGHT} fill="transparent" />
              <rect
                x={index * STEP + 1.5}
                width={STEP - 3}
                y={HEIGHT - height}
                height={height}
                className="fill-accent"
              />
            </g>
          );
        })}
        {onTimePercent === undefined ? null : (
          <line
            x1={0}
            x2={width}
            y1={HEIGHT * (1 - onTimePercent / 100)}
            y2={HEIGHT * (1 - onTimePercent / 100)}
            className="stroke-ink-muted"
            strokeDasharray="4 3"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <div className="flex justify-between text-ink-muted text-xs">
        <span>{buckets[0] ? bucketText(buckets[0]) : ""}</span>
        <span>{buckets.at(-1) ? bucketText(buckets.at(-1)!) : ""}</span>
      </div>
    </figure>
  );
}
