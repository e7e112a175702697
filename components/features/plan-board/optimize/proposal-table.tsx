"use client";
import clsx from "clsx";
import { formatDistance, formatDuration, formatMoney, formatShare } from "@/components/lib/format";
import { useTheme } from "@/components/lib/theme";
import { RouteSwatch } from "@/components/map/route-swatch";
import type { PlanDiff, RouteDiff } from "@/server/domain/plan/diff-plan";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { loadShare } from "../route-list/route-load";
import { useRouteLook } from "../route-looks";

const COLUMNS = ["Stops", "Distance", "Time", "Late", "Overtime", "Load", "Cost"];

/** Route by route: before, and after. Pointing at a row shows its line on the map. */
export function ProposalTable({ diff, board }: { diff: PlanDiff; board: PlanBoard }) {
  const changed = diff.routes.filter((route) => route.isChanged);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section aria-label="Changes by route" tabIndex={0} className="scroll-quiet min-h-0 flex-1 outline-offset-[-2px]">
      <table className="w-full min-w-180 border-collapse">
        <caption className="sr-only">What changes on each route</caption>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="text-left text-ink-muted text-sm">
            <th scope="col" className="border-line border-b py-1.5 pl-4 font-medium">
              Route
            </th>
            {COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                className="border-line border-b px-2 py-1.5 text-right font-medium last:pr-4"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changed.map((route) => (
            <ProposalRow key={route.routeId} route={route} board={board} />
          ))}
        </tbody>
      </table>
      <p className="px-4 py-2 text-ink-muted text-sm">
        {changed.length === 0 ? "No route changes." : unchangedText(diff.routes.length - changed.length)}
      </p>
    </section>
  );
}

function unchangedText(count: number): string {
  if (count === 0) return "All routes change.";
  return count === 1 ? "1 route stays as it is." : `${count} routes stay as they are.`;
}

function ProposalRow({ route, board }: { route: RouteDiff; board: PlanBoard }) {
  const theme = useTheme();
  const look = useRouteLook(route.routeId);
  const store = useBoardStoreApi();
  const isHovered = useBoardStore((state) => state.hovered?.kind === "route" && state.hovered.id === route.routeId);
  const { before, after } = route;
  const rules = board.routes.find((each) => each.id === route.routeId)?.rules;
  const load = (figures: RouteDiff["before"]) => {
    const share = rules ? loadShare({ rules, schedule: { maxLoad: figures.maxLoad } }) : null;
    return share === null ? "–" : Number.isFinite(share) ? formatShare(share) : "over";
  };
  const { currency } = board.plan;
  return (
    <tr
      className={clsx("h-10 border-line border-b", isHovered && "bg-hover")}
      onPointerEnter={() => store.setState({ hovered: { kind: "route", id: route.routeId } })}
      onPointerLeave={() => store.setState({ hovered: null })}
    >
      <th scope="row" className="py-1 pl-4 text-left font-normal">
        <span className="flex items-center gap-2">
          <RouteSwatch number={String(route.number)} {...look} theme={theme} />
          <span className="max-w-44 truncate">{route.driverName}</span>
        </span>
      </th>
      <Change from={String(before.stops)} to={String(after.stops)} />
      <Change from={formatDistance(before.distanceMeters)} to={formatDistance(after.distanceMeters)} />
      <Change from={formatDuration(before.durationSeconds)} to={formatDuration(after.durationSeconds)} />
      <Change from={String(before.lateStops)} to={String(after.lateStops)} isBad={after.lateStops > before.lateStops} />
      <Change
        from={formatDuration(before.overtimeSeconds)}
        to={formatDuration(after.overtimeSeconds)}
        isBad={after.overtimeSeconds > before.overtimeSeconds}
      />
      <Change from={load(before)} to={load(after)} />
      <Change from={formatMoney(before.costCents, currency)} to={formatMoney(after.costCents, currency)} />
    </tr>
  );
}

function Change({ from, to, isBad = false }: { from: string; to: string; isBad?: boolean }) {
  return (
    <td className="px-2 py-1 text-right tabular-nums leading-4 last:pr-4">
      <span className={clsx("block", isBad ? "font-semibold text-alert" : from !== to && "font-medium")}>{to}</span>
      <span className="block text-ink-muted text-xs">{from === to ? "same" : `was ${from}`}</span>
    </td>
  );
}
