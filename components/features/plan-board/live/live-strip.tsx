"use client";
import clsx from "clsx";
import { ArrowDownNarrowWide, ListOrdered, OctagonAlert } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { LIVE_COUNTS, type LiveCount } from "./count-routes";
import { useLiveDay } from "./live-day-context";
import { usePlanExceptions } from "./plan-exceptions-context";
import { useCountedRoutes } from "./use-listed-routes";

const TONES: Partial<Record<LiveCount, string>> = { late: "text-alert", risk: "text-warn", silent: "text-warn" };

/** Who is not moving, what is late, what needs somebody: counts, each of which narrows list and map; and the list's order. */
export function LiveStrip({ board }: { board: PlanBoard }) {
  const t = useWords("boardLive");
  const day = useLiveDay();
  const store = useBoardStoreApi();
  const order = useBoardStore((state) => state.liveOrder);
  const only = useBoardStore((state) => state.liveOnly);
  const counted = useCountedRoutes(board);
  useIsolated(only === null ? null : (counted?.[only] ?? []));
  if (!day || !counted) return null;
  return (
    <div className="flex items-start gap-1 border-line border-b bg-surface px-2 py-1.5" data-testid="live-strip">
      <ul aria-label={t("strip")} className="flex min-w-0 flex-1 flex-wrap gap-1">
        <ExceptionsChip />
        {LIVE_COUNTS.filter((count) => counted[count].length > 0 || count === only).map((count) => (
          <li key={count}>
            <StripChip
              isOn={only === count}
              onPress={() =>
                store.setState(({ fitRequests }) => ({
                  liveOnly: only === count ? null : count,
                  liveList: "routes",
                  fitRequests: fitRequests + 1,
                }))
              }
            >
              <span className={clsx("font-semibold", TONES[count])}>{t.format.count(counted[count].length)}</span>
              {t(`count.${count}`)}
            </StripChip>
          </li>
        ))}
      </ul>
      <SegmentedControl
        label={t("order")}
        size="sm"
        value={order}
        onValueChange={(liveOrder) => store.setState({ liveOrder })}
        options={[
          { value: "breach", label: t("orderBreach"), icon: <ArrowDownNarrowWide />, iconOnly: true },
          { value: "number", label: t("orderNumber"), icon: <ListOrdered />, iconOnly: true },
        ]}
      />
    </div>
  );
}

/** How many exceptions of the day wait; pressed, they take the place of the routes. */
function ExceptionsChip() {
  const t = useWords("boardLive");
  const store = useBoardStoreApi();
  const isOn = useBoardStore((state) => state.liveList === "exceptions");
  const day = useLiveDay();
  const { list } = usePlanExceptions();
  if (day?.isReplay || (list.length === 0 && !isOn)) return null;
  const isGrave = list.some(({ severity }) => severity === "high" || severity === "critical");
  return (
    <li>
      <StripChip isOn={isOn} onPress={() => store.setState({ liveList: isOn ? "routes" : "exceptions" })}>
        <OctagonAlert className={clsx("size-3.5", isGrave && "text-alert")} aria-hidden="true" />
        <span className={clsx("font-semibold", isGrave && "text-alert")}>{t.format.count(list.length)}</span>
        {t("exceptionsCount", { count: list.length })}
      </StripChip>
    </li>
  );
}

interface StripChipProps {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function StripChip({ isOn, onPress, children }: StripChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={clsx(
        "flex h-6 items-center gap-1 rounded-sm px-1.5 text-sm tabular-nums pointer-coarse:h-9",
        isOn ? "bg-selected" : "bg-hover hover:bg-pressed",
      )}
    >
      {children}
    </button>
  );
}

/** While the list is narrowed the map goes with it; other isolations are left alone. */
function useIsolated(ids: readonly string[] | null): void {
  const store = useBoardStoreApi();
  const key = ids?.join(" ") ?? null;
  useEffect(() => {
    if (key === null) return;
    store.setState({ isolatedRouteIds: new Set(key.split(" ").filter(Boolean)) });
    return () => store.setState({ isolatedRouteIds: new Set() });
  }, [key, store]);
}
