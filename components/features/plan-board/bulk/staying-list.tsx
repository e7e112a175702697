"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { StayingVisit } from "./roll-over-outlook";

/** More rows than this nobody reads; the rest is counted. */
const MOST_ROWS = 100;

/** The orders that stay, each with its reason. */
export function StayingList({ staying }: { staying: readonly StayingVisit[] }) {
  const t = useWords("boardCutoff");
  const rest = staying.length - MOST_ROWS;
  return (
    <section aria-label={t("rollOver.stay", { count: staying.length })}>
      <h3 className="pb-1 font-medium">{t("rollOver.stay", { count: staying.length })}</h3>
      <ul className="flex flex-col border-line border-t">
        {staying.slice(0, MOST_ROWS).map(({ visit, refusal }) => (
          <li key={visit.deliveryId} className="flex items-center gap-3 border-line border-b py-1.5">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{visit.externalId || visit.name}</span>
              <span className="block truncate text-ink-muted text-sm">
                {[visit.externalId ? visit.name : "", visit.street].filter(Boolean).join(" · ")}
              </span>
            </span>
            <Badge tone="warn">{t(`refusal.${refusal}`)}</Badge>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="pt-1.5 text-ink-muted">{t("rollOver.moreStay", { count: rest })}</p> : null}
    </section>
  );
}
