import clsx from "clsx";
import { Star } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { Stat } from "@/components/ui/stat";
import { LOW_STARS, type RatingFigures } from "@/server/domain/tracking/rating-summary";
import { formatAverage } from "./format-average";

/** How many said what: the mean, how many were let down, and how often each number of stars was given. */
export function RatingSummary({ figures }: { figures: RatingFigures }) {
  const t = useWords("ratings");
  const { ratings, low, stars } = figures;
  const most = Math.max(1, ...stars);
  return (
    <section aria-label={t("distribution")} className="flex flex-col gap-4">
      <div className="grid grid-cols-3 gap-4">
        <Stat label={t("average")} value={formatAverage(t.format, figures.average)} detail={t("ofFive")} />
        <Stat label={t("count")} value={t.format.count(ratings)} />
        <Stat
          label={t("low")}
          value={t.format.count(low)}
          tone={low > 0 ? "alert" : "default"}
          detail={ratings > 0 ? t.format.share(low / ratings) : undefined}
        />
      </div>
      <ol className="flex flex-col gap-1">
        {[5, 4, 3, 2, 1].map((given) => {
          const count = stars[given - 1]!;
          return (
            <li key={given} className="grid grid-cols-[2rem_1fr_3rem] items-center gap-2 tabular-nums">
              <span className="sr-only">{t("starsGiven", { stars: given, count })}</span>
              <span aria-hidden="true" className="flex items-center justify-end gap-1 text-ink-muted">
                {given}
                <Star className="size-3 fill-current" />
              </span>
              <span aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-hover">
                <span
                  className={clsx("block h-full rounded-full", given <= LOW_STARS ? "bg-alert" : "bg-accent")}
                  style={{ width: `${(100 * count) / most}%` }}
                />
              </span>
              <span aria-hidden="true" className="text-right">
                {t.format.count(count)}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
