"use client";
import clsx from "clsx";
import { Clock } from "lucide-react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useRouteLook } from "../route-looks";
import type { ComparedRoute, RouteComparison } from "./compare-plans";
import { routeChange, routeInFigures } from "./compared-figures";
import type { Alternative } from "./use-alternatives";

export interface CompareRowProps {
  readonly row: RouteComparison;
  readonly plans: readonly Alternative[];
  readonly chosen: OptimizationStrategy;
}

/** One route in every plan; pointing at it shows its lines of all of them on the map. */
export function CompareRow({ row: { route, now, plans: compared }, plans, chosen }: CompareRowProps) {
  const t = useWords("boardOptimize");
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const store = useBoardStoreApi();
  const isHovered = useBoardStore((state) => state.hovered?.kind === "route" && state.hovered.id === route.id);
  return (
    <tr
      data-route-number={route.number}
      className={clsx("h-10 border-line border-t", isHovered && "bg-hover")}
      onPointerEnter={() => store.setState({ hovered: { kind: "route", id: route.id } })}
      onPointerLeave={() => store.setState({ hovered: null })}
    >
      <th scope="row" className="py-1 pl-4 text-left font-normal">
        <span className="flex items-center gap-2">
          <span className="shrink-0">
            <RouteSwatch number={String(route.number)} {...look} theme={theme} />
          </span>
          <span className="truncate">{route.driver.name}</span>
        </span>
      </th>
      <td className="whitespace-nowrap px-2 text-right text-ink-muted tabular-nums">
        {now.stops === 0 ? t("emptyRoute") : routeInFigures(t.format, now)}
      </td>
      {compared.map((plan, index) => (
        <td
          key={plans[index]!.strategy}
          className={clsx(
            "whitespace-nowrap px-3 text-right tabular-nums leading-4 last:pr-4",
            plans[index]!.strategy === chosen && (isHovered ? "bg-hover" : "bg-selected"),
          )}
        >
          {plan ? <PlanCell plan={plan} now={now} /> : <span className="text-ink-muted">…</span>}
        </td>
      ))}
    </tr>
  );
}

function PlanCell({ plan: { figures, isChanged }, now }: { plan: ComparedRoute; now: RouteComparison["now"] }) {
  const t = useWords("boardOptimize");
  if (!isChanged) return <span className="text-ink-muted">{t("asNow")}</span>;
  return (
    <>
      <span className="block">
        {figures.lateStops > 0 ? (
          <span className="mr-1.5 font-medium text-alert text-xs">
            <Clock className="mr-0.5 inline size-3 align-[-2px]" aria-hidden="true" />
            {t("lateStops", { count: figures.lateStops })}
          </span>
        ) : null}
        {figures.stops === 0 ? t("emptyRoute") : routeInFigures(t.format, figures)}
      </span>
      <span className="block text-ink-muted text-xs">{routeChange(t.format, now, figures) || t("otherOrder")}</span>
    </>
  );
}
