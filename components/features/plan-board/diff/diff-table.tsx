"use client";
import clsx from "clsx";
import { useTheme } from "@/components/lib/theme";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import type { ChangeNotices } from "@/server/domain/plan/change-notices";
import type { PlanDiff, RouteDiff } from "@/server/domain/plan/diff-plan";
import { tellsEmissions } from "@/server/domain/plan/emissions";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useRouteLook } from "../route-looks";
import { type Change, type ChangeOptions, diffColumns, figureChanges, loadChange } from "./figure-changes";
import { noticesByRoute, type RouteNotice } from "./notices-by-route";

export interface DiffTableProps {
  readonly diff: PlanDiff;
  readonly notices: ChangeNotices;
  readonly board: PlanBoard;
  /** Figures carry "~". */
  readonly isApproximate: boolean;
  /** What the last row sums up: "Whole day", "These routes". */
  readonly totalLabel: string;
}

/** Route by route: before, and after. Pointing at a row shows its line on the map. */
export function DiffTable({ diff, notices, board, isApproximate, totalLabel }: DiffTableProps) {
  const t = useWords("boardDiff");
  const changed = diff.routes.filter((route) => route.isChanged);
  const told = noticesByRoute(board, notices);
  const hasNotices = told.size > 0;
  const hasEmissions = tellsEmissions(board.routes);
  const options = { currency: board.plan.currency, isApproximate, hasEmissions };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section aria-label={t("byRoute")} tabIndex={0} className="scroll-quiet min-h-0 flex-1 outline-offset-[-2px]">
      <table className="w-full min-w-144 border-collapse">
        <caption className="sr-only">{t("byRouteCaption")}</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="text-left text-ink-muted text-sm">
            <th scope="col" className="border-line border-b py-1.5 pl-4 font-medium">
              {t("route")}
            </th>
            {diffColumns(hasEmissions).map((column) => (
              <th
                key={column}
                scope="col"
                className="border-line border-b px-1.5 py-1.5 text-right font-medium last:pr-4"
              >
                {t(`column.${column}`)}
              </th>
            ))}
            {hasNotices ? (
              <th scope="col" className="border-line border-b py-1.5 pr-4 pl-2 font-medium">
                {t("isTold")}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {changed.map((route) => (
            <DiffRow
              key={route.routeId}
              route={route}
              board={board}
              options={options}
              notice={hasNotices ? (told.get(route.routeId) ?? null) : undefined}
            />
          ))}
        </tbody>
        {changed.length > 0 ? (
          <tfoot className="sticky bottom-0 bg-surface">
            <tr className="h-10 border-line border-t">
              <th scope="row" className="py-1 pl-4 text-left font-semibold">
                {totalLabel}
              </th>
              {figureChanges(t.format, diff.totals.before, diff.totals.after, options).map((change) => (
                <ChangeCell key={change.column} change={change} />
              ))}
              {hasNotices ? <td /> : null}
            </tr>
          </tfoot>
        ) : null}
      </table>
      <p className="px-4 py-2 text-ink-muted text-sm">
        {unchangedText(t, board.routes.length - changed.length, changed.length)}
      </p>
    </section>
  );
}

function unchangedText(t: Words<"boardDiff">, unchanged: number, changed: number): string {
  if (changed === 0) return t("unchanged.none");
  if (unchanged <= 0) return t("unchanged.all");
  return t("unchanged.some", { count: unchanged });
}

interface DiffRowProps {
  readonly route: RouteDiff;
  readonly board: PlanBoard;
  readonly options: ChangeOptions;
  /** Undefined: the table has no such column. */
  readonly notice: RouteNotice | null | undefined;
}

function DiffRow({ route, board, options, notice }: DiffRowProps) {
  const t = useWords("boardDiff");
  const theme = useTheme();
  const look = useRouteLook(route.routeId);
  const store = useBoardStoreApi();
  const isHovered = useBoardStore((state) => state.hovered?.kind === "route" && state.hovered.id === route.routeId);
  const load = loadChange(t, route, board.routes.find((each) => each.id === route.routeId)?.rules);
  return (
    <tr
      className={clsx("h-10 border-line border-b", isHovered && "bg-hover")}
      onPointerEnter={() => store.setState({ hovered: { kind: "route", id: route.routeId } })}
      onPointerLeave={() => store.setState({ hovered: null })}
    >
      <th scope="row" className="py-1 pl-4 text-left font-normal">
        <span className="flex items-center gap-2">
          <RouteSwatch number={String(route.number)} {...look} theme={theme} />
          <span className="max-w-20 min-[1400px]:max-w-44 truncate">
            {route.nextDriverName
              ? t("changesHands", { from: route.driverName, to: route.nextDriverName })
              : route.driverName}
          </span>
        </span>
      </th>
      {figureChanges(t.format, route.before, route.after, { ...options, load }).map((change) => (
        <ChangeCell key={change.column} change={change} />
      ))}
      {notice === undefined ? null : (
        <td className="whitespace-nowrap py-1 pr-4 pl-2 leading-4">
          {notice ? (
            <>
              <span className={clsx("block", notice.isReachable ? "font-medium" : "font-semibold text-warn")}>
                {t(notice.isReachable ? "driver" : "driverCall")}
              </span>
              <span className="block text-ink-muted text-xs">{t("arrivalsMove", { count: notice.arrivals })}</span>
            </>
          ) : (
            <span className="text-ink-muted">{t("nobody")}</span>
          )}
        </td>
      )}
    </tr>
  );
}

function ChangeCell({ change: { from, to, isBad } }: { change: Change }) {
  const t = useWords("boardDiff");
  return (
    <td className="whitespace-nowrap px-1.5 py-1 text-right tabular-nums leading-4 last:pr-4">
      <span className={clsx("block", isBad ? "font-semibold text-alert" : from !== to && "font-medium")}>{to}</span>
      <span className="block text-ink-muted text-xs">
        {to === "" ? "" : from === to ? t("same") : t("was", { value: from })}
      </span>
    </td>
  );
}
