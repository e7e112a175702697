"use client";
import type { ReactNode } from "react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { type ChangeNotices, NOTICEABLE_SHIFT_SECONDS } from "@/server/domain/plan/change-notices";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import type { ChangePreview } from "@/server/domain/plan/preview-change";
import type { NewRuleBreak } from "@/server/domain/plan/what-if/preview-route";
import { BreakChips } from "../route-list/break-chips";

/** More than these nobody reads; the count tells. */
const MOST_LISTED = 60;

/** Beside the figures: every rule the change breaks, and whom it concerns outside the desk. Null when there is neither. */
export function ChangeConcerns({ change, board }: { change: ChangePreview; board: PlanBoard }) {
  const t = useWords("boardDiff");
  const { newBreaks, notices } = change;
  if (!hasConcerns(change)) return null;
  return (
    <section
      aria-label={t("concerns")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
      tabIndex={0}
      className="scroll-quiet min-h-0 flex-1 outline-offset-[-2px]"
    >
      {notices.drivers.length > 0 ? <People notices={notices} board={board} /> : null}
      {newBreaks.length > 0 ? <Broken breaks={newBreaks} board={board} /> : null}
    </section>
  );
}

/** The column beside the table. */
export function ReviewSide({ children }: { children: ReactNode }) {
  return (
    <div className="flex max-h-full min-h-40 shrink-0 flex-col border-line border-t lg:w-52 lg:border-t-0 min-[1400px]:w-80 lg:border-l">
      {children}
    </div>
  );
}

export function hasConcerns({ newBreaks, notices }: ChangePreview): boolean {
  return newBreaks.length > 0 || notices.drivers.length > 0;
}

function People({ notices: { drivers, arrivals }, board }: { notices: ChangeNotices; board: PlanBoard }) {
  const t = useWords("boardDiff");
  return (
    <>
      <h3 className="px-4 pt-2 pb-1 font-medium text-sm">{t("goesOut")}</h3>
      <ul className="flex flex-col gap-0.5 px-4 pb-2">
        {drivers.map(({ routeId, routeNumber, driverName, isReachable, hands }) => (
          <li key={`${routeId}${hands}`} className={isReachable ? "" : "text-warn"}>
            {t(isReachable ? (`messageTo.${hands ?? "keeps"}` as const) : "pleaseCall", {
              driver: driverName,
              route: String(routeNumber),
            })}
          </li>
        ))}
      </ul>
      {arrivals.length > 0 ? (
        <>
          <h3 className="px-4 pt-1 pb-1 font-medium text-sm">
            {t("arrivals", { minutes: NOTICEABLE_SHIFT_SECONDS / 60, count: arrivals.length })}
          </h3>
          <ul className="flex flex-col px-4 pb-2 tabular-nums">
            {arrivals.slice(0, MOST_LISTED).map(({ visitId, beforeSeconds, afterSeconds }) => (
              <li key={visitId} className="flex min-h-6 items-center gap-2">
                <span className="min-w-0 flex-1 truncate">{nameOf(t, board, visitId)}</span>
                <span className="text-ink-muted">{t.format.time(beforeSeconds)}</span>
                <span>{afterSeconds === null ? t("offRoute") : t.format.time(afterSeconds)}</span>
              </li>
            ))}
          </ul>
          <p className="px-4 pb-2 text-ink-muted text-sm">{t("customersNotTold")}</p>
        </>
      ) : null}
    </>
  );
}

function Broken({ breaks, board }: { breaks: readonly NewRuleBreak[]; board: PlanBoard }) {
  const t = useWords("boardDiff");
  const numbers = new Map(board.routes.map((route) => [route.id, route.number]));
  return (
    <>
      <h3 className="border-line border-t px-4 pt-2 pb-1 font-medium text-sm first:border-t-0">
        {t("rulesBroken", { count: breaks.length })}
      </h3>
      <ul className="flex flex-col px-4 pb-2">
        {breaks.slice(0, MOST_LISTED).map(({ routeId, visitId, rule, isWorse }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop can break one rule in several ways.
          <li key={index} className="flex min-h-7 items-center gap-2">
            <span className="w-7 shrink-0 text-ink-muted tabular-nums">{numbers.get(routeId)}</span>
            <span className="min-w-0 flex-1 truncate">
              {visitId === null ? t("wholeRoute") : nameOf(t, board, visitId)}
            </span>
            {isWorse ? <span className="text-ink-muted text-xs">{t("worse")}</span> : null}
            <BreakChips breaks={[rule]} dimensions={board.plan.loadDimensions} />
          </li>
        ))}
      </ul>
      {breaks.length > MOST_LISTED ? (
        <p className="px-4 pb-2 text-ink-muted text-sm">{t("more", { count: breaks.length - MOST_LISTED })}</p>
      ) : null}
    </>
  );
}

function nameOf(t: Words<"boardDiff">, board: PlanBoard, visitId: string): string {
  const visit = board.visits.get(visitId);
  return visit ? visit.name || visit.externalId || visit.street : t("aStop");
}
