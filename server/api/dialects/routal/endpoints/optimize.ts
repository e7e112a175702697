import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { optimizeWave } from "@/server/services/wave/optimize-wave";
import { readWave } from "@/server/services/wave/read-wave";
import { dress, idOf } from "../ids";
import { flagField, pathId } from "../wire/common";
import { planSchema, runningSchema } from "../wire/plan";
import { planOf } from "./reading";

const TAG = "Plan";
/** Those who ask wait two minutes at most; half of it is for the search. */
const MOST_SECONDS = 60;
const params = z.object({ id: pathId });

export const optimizePlan = endpoint({
  method: "post",
  path: "/v2/plan/{id}/optimize",
  id: "optimizePlan",
  tag: TAG,
  summary: "Optimize a plan, and wait for it",
  description:
    "What does not fit is answered with 409 highway.optimization.error.no_result_found; what fits is planned all the same, and the rest has no route_id. Locked routes stay as they are, and so do the stops of those that have been dispatched. Vehicles that have no route yet get one where it helps.",
  scope: "plans:write",
  params,
  query: z.object({ keep_current_assignment: flagField.default(false).describe("Stops stay on their routes.") }),
  answers: { 200: { description: "Everything fits: the plan.", schema: planSchema } },
  refusals: [400, 404, 409, 503],
  run: async ({ services, params, query }) => {
    const id = idOf("plan", params.id);
    const keepsRoutes = query.keep_current_assignment;
    const signal = new AbortController().signal;
    const leftOut = await optimizeWave(services, id, { routeId: null, keepsRoutes, maxSeconds: MOST_SECONDS, signal });
    if (leftOut.length === 0) return { status: 200, body: await planOf(services, id) };
    const message = `No room for ${leftOut.length} of the plan's stops; they are on no route, the others are planned.`;
    return { status: 409, body: { message, message_id: "highway.optimization.error.no_result_found" } };
  },
});

export const getRunningOptimization = endpoint({
  method: "get",
  path: "/v2/plan/{id}/running_optimization",
  id: "getRunningOptimization",
  tag: TAG,
  summary: "Whether a plan is being optimized, and how far that is",
  scope: "plans:read",
  params,
  answers: { 200: { description: "The last one.", schema: runningSchema } },
  refusals: [404],
  run: async ({ services, params }) => {
    const { wave } = await readWave(services, { id: idOf("plan", params.id) });
    const run = await getOptimization(services, { planId: wave.planId });
    const isRunning = run !== null && !run.isStalled && (run.status === "queued" || run.status === "running");
    const body = {
      id: run && dress(run.id),
      plan_id: dress(wave.id),
      running: isRunning,
      status: run === null ? "none" : isRunning ? "running" : run.status === "failed" ? "failed" : "finished",
      progress: run === null ? 0 : isRunning ? Math.round(run.progress.fraction * 100) : 100,
      assigned_stops: run?.progress.assignedVisits ?? 0,
      unassigned_stops: run?.progress.unassignedVisits ?? 0,
    };
    return { status: 200, body };
  },
});
