import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { type LiveConnection, type LiveEvent, useLiveEvents } from "@/components/lib/live-events";
import type { RouteShapeBook } from "./board-map/route-shape-book";
import type { IntentQueue } from "./board-state/intent-queue";
import type { PlanGateway } from "./plan-gateway";
import { planKeys } from "./plan-keys";

/** Long enough to gather what one act of somebody else causes, short enough to feel at once. */
const GATHER_MILLISECONDS = 200;

export interface PlanEventParts {
  readonly planId: string;
  readonly gateway: PlanGateway;
  readonly queue: IntentQueue;
  readonly shapes: RouteShapeBook;
  /** Something has happened that the log does not hold: somebody came, went, or took a route in hand. */
  readonly onNudge: () => void;
  /** Hears everything too: what stands beside the board. */
  readonly alsoTell: (events: readonly LiveEvent[]) => void;
}

/** Keeps the board at what others do: changed routes are fetched and put in, anything larger reads the board anew. */
export function usePlanEvents({ planId, gateway, queue, shapes, onNudge, alsoTell }: PlanEventParts): LiveConnection {
  const queries = useQueryClient();
  const waiting = useRef<{ routeIds: Set<string>; isWhole: boolean; timer: number }>({
    routeIds: new Set(),
    isWhole: false,
    timer: 0,
  });
  useEffect(() => () => window.clearTimeout(waiting.current.timer), []);

  const flush = useCallback(async () => {
    const { routeIds, isWhole } = waiting.current;
    waiting.current = { routeIds: new Set(), isWhole: false, timer: 0 };
    if (isWhole) {
      await queries.invalidateQueries({ queryKey: planKeys.board(planId) });
      return;
    }
    const { patch, shapes: lines } = await gateway.getRoutes(planId, [...routeIds]);
    queue.applyPatch(patch);
    shapes.learn(patch.routes, lines);
  }, [planId, gateway, queue, shapes, queries]);

  const onEvents = useCallback(
    (events: readonly LiveEvent[]) => {
      alsoTell(events);
      for (const event of events) {
        const reach = reachOf(event, planId);
        if (reach === "optimization") {
          void queries.invalidateQueries({ queryKey: planKeys.optimization(planId) });
          continue;
        }
        if (reach === "none" || queue.isOwn(event.mutationId)) continue;
        if (reach === "board") waiting.current.isWhole = true;
        else waiting.current.routeIds.add(routeIdOf(event));
      }
      const { routeIds, isWhole, timer } = waiting.current;
      if (timer !== 0 || (routeIds.size === 0 && !isWhole)) return;
      waiting.current.timer = window.setTimeout(() => {
        // A failed reading is made up for by the next one; the banner tells when there is no connection.
        flush().catch(() => queries.invalidateQueries({ queryKey: planKeys.board(planId) }));
      }, GATHER_MILLISECONDS);
    },
    [planId, queue, queries, flush, alsoTell],
  );
  return useLiveEvents(onEvents, onNudge);
}

/** What an event means for this board. Deliveries and their places are not of one plan, so each may be of this day. */
function reachOf(event: LiveEvent, planId: string): "none" | "route" | "board" | "optimization" {
  if (event.type.startsWith("delivery.") || event.type.startsWith("location.") || event.type === "import.finished")
    return "board";
  // Messages and links are of no account for the board: whoever shows them asks for them.
  if (event.planId !== planId || event.entity === "message" || event.entity === "assignment") return "none";
  if (event.type.startsWith("plan.optimization-")) return "optimization";
  if (/^stop\.(departed|arrived|completed)$/.test(event.type)) return "route";
  // How the day goes beside the plan is asked for by whoever shows it (`live/use-runs`).
  if (/^route\.(arrivals-changed|problem-reported|act-refused|checked-|break-)/.test(event.type)) return "none";
  if (event.entity === "route") return "route";
  return event.type.startsWith("plan.edit-") || event.type === "plan.committed" ? "none" : "board";
}

function routeIdOf({ entity, entityId, data }: LiveEvent): string {
  const { routeId } = data as { readonly routeId?: string };
  return entity === "stop" && routeId ? routeId : entityId;
}
