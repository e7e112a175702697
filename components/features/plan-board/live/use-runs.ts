import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { LiveEvent } from "@/components/lib/live-events";
import type { PlanGateway } from "../plan-gateway";
import { planKeys } from "../plan-keys";
import type { PlanRuns } from "./live-routes";
import { isNewsOfRuns, patchRuns } from "./patch-runs";

/** What an event does not say is asked for when things pause so long, and at the latest after the other time. */
const PAUSE_MILLISECONDS = 1_200;
const LONGEST_MILLISECONDS = 6_000;

/** How the day is going. Nothing while it is not asked for. */
export function useRuns(gateway: PlanGateway, planId: string, enabled: boolean): PlanRuns | undefined {
  return useQuery({ enabled, queryKey: planKeys.runs(planId), queryFn: () => gateway.listRuns(planId) }).data;
}

/** Puts what happens into the day at once, and asks for the rest before long. */
export function useRunNews(planId: string): (events: readonly LiveEvent[]) => void {
  const queries = useQueryClient();
  const waiting = useRef({ timer: 0, since: 0 });
  useEffect(() => () => window.clearTimeout(waiting.current.timer), []);
  return useCallback(
    (events) => {
      const news = events.filter((event) => isNewsOfRuns(event, planId));
      if (news.length === 0) return;
      const key = planKeys.runs(planId);
      queries.setQueryData<PlanRuns>(
        key,
        (runs) => runs && news.reduce((before, event) => patchRuns(before, event, planId), runs),
      );
      const now = Date.now();
      const { timer, since } = waiting.current;
      window.clearTimeout(timer);
      const first = timer === 0 ? now : since;
      const wait = Math.max(0, Math.min(PAUSE_MILLISECONDS, first + LONGEST_MILLISECONDS - now));
      waiting.current = {
        since: first,
        timer: window.setTimeout(() => {
          waiting.current.timer = 0;
          void queries.invalidateQueries({ queryKey: key });
        }, wait),
      };
    },
    [planId, queries],
  );
}
