"use client";
import { useWords } from "@/components/lib/words/words-context";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { describeMoveRefusal } from "../describe-refusal";
import { BreakChips } from "../route-list/break-chips";
import type { ShownChange } from "./show-change";

/** More than these nobody reads; the count tells. */
const MOST_LISTED = 60;

/** How many stops were meant and are not done as was meant. */
export function leftBehind({ refused, split }: ShownChange): number {
  return refused.length + (split ? split.kept.length + split.left.length : 0);
}

/** What stays as it is although it was meant too, and what no route can take, each with the reason. */
export function LeftBehind({ shown: { refused, split }, board }: { shown: ShownChange; board: PlanBoard }) {
  const t = useWords("boardDiff");
  const rules = useWords("rules");
  const kept = [...refused.map((refusal) => ({ visitId: refusal.visitId, refusal })), ...(split?.kept ?? [])];
  const left = split?.left ?? [];
  const nameOf = (visitId: string) => {
    const visit = board.visits.get(visitId);
    return visit ? visit.name || visit.externalId || visit.street : t("aStop");
  };
  return (
    <>
      {left.length > 0 ? (
        <section aria-label={t("fitsNowhere", { count: left.length })} className="shrink-0 pb-2">
          <h3 className="px-4 pt-2 pb-1 font-medium text-sm text-warn">{t("fitsNowhere", { count: left.length })}</h3>
          <ul className="flex flex-col px-4">
            {left.slice(0, MOST_LISTED).map(({ visitId, routeNumber, breaks }) => (
              <li key={visitId} className="flex min-h-7 items-center gap-2">
                <span className="min-w-0 flex-1 truncate">{nameOf(visitId)}</span>
                {routeNumber === null ? null : (
                  <span className="text-ink-muted text-xs">{t("bestOn", { route: String(routeNumber) })}</span>
                )}
                <BreakChips breaks={breaks} dimensions={board.plan.loadDimensions} max={2} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {kept.length > 0 ? (
        <section aria-label={t("staysAsIs", { count: kept.length })} className="shrink-0 pb-2">
          <h3 className="px-4 pt-2 pb-1 font-medium text-sm">{t("staysAsIs", { count: kept.length })}</h3>
          <ul className="flex flex-col gap-0.5 px-4 text-ink-muted">
            {kept.slice(0, MOST_LISTED).map(({ visitId, refusal }) => (
              <li key={visitId}>{describeMoveRefusal(rules, refusal, board)}</li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
