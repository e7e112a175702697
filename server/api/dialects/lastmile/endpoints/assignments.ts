import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { assignAutomatically } from "@/server/services/assignment/assign-automatically";
import { cancelAssignmentJob as stopJob } from "@/server/services/assignment/cancel-assignment-job";
import { openAssignmentDays } from "@/server/services/assignment/propose-assignments";
import { readRoutes } from "@/server/services/assignment/read-routes";
import { requestAssignmentJob } from "@/server/services/assignment/request-assignment-job";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch } from "@/server/services/kernel/service-error";
import { dress, idOf, undress } from "../ids";
import { fromAssignment, fromHandover, fromLeftOut, toTerms } from "../map/assignment";
import { assignmentSchema, assignmentsSchema, autoAssignRequestSchema } from "../wire/assignment";
import { jobAcceptedSchema, jobSchema } from "../wire/job";
import { jobAnswer } from "./jobs";

const TAG = "Assignments";
/** What somebody waits for: more is a job, and so is less where it says so (`Prefer: respond-async`). */
const MOST_AT_ONCE = 200;
/** Doors of deliveries and of the routes that may take them: beyond, an answer takes too long to be waited for. */
const MOST_DOORS = 500;
const AUTO_SECONDS = 3;

const params = z.object({ assignmentId: z.string().max(100) });

export const assignDeliveries = endpoint({
  method: "post",
  path: "/assignments/auto",
  id: "assignDeliveries",
  tag: TAG,
  summary: "Put deliveries on drivers' routes",
  description:
    "Deliveries are planned on their own days and their routes given to the drivers. What is on a route already stays on it. Up to 200 are answered at once; more, or with Prefer: respond-async, become a job.",
  scope: "plans:write",
  body: autoAssignRequestSchema,
  answers: {
    200: { description: "Routes that serve them now, and what found no room.", schema: assignmentsSchema },
    202: { description: "A job works on it: GET /jobs/{jobId}.", schema: jobAcceptedSchema },
  },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, headers, body }) => {
    const deliveryIds = body.delivery_ids.map((id) => idOf("delivery", id));
    const terms = toTerms(body, [body.strategy]);
    const open = await openAssignmentDays(services, deliveryIds, terms);
    const isAsync = headers.get("prefer")?.includes("respond-async") ?? false;
    if (isAsync || deliveryIds.length > MOST_AT_ONCE || open.weight > MOST_DOORS) {
      const { id } = await requestAssignmentJob(services, { deliveryIds, terms });
      return { status: 202, body: { job_id: dress("job", id), status: "queued" } };
    }
    const budget = { maxSeconds: AUTO_SECONDS, signal: new AbortController().signal };
    const { routeIds, leftOut, handedOver } = await assignAutomatically(services, deliveryIds, terms, budget);
    const routes = await readRoutes(services, { routeIds: [...routeIds] });
    const assignments = routes.map(fromAssignment);
    const partners = { handed_over: handedOver.map(fromHandover) };
    return { status: 200, body: { assignments, unassigned: leftOut.map(fromLeftOut), ...partners } };
  },
});

export const cancelAssignmentJob = endpoint({
  method: "post",
  path: "/assignments/{assignmentJobId}/cancel",
  id: "cancelAssignmentJob",
  tag: TAG,
  summary: "Stop an assignment job",
  description: "Days it has assigned stay so. One that has ended by itself is refused.",
  scope: "plans:write",
  params: z.object({ assignmentJobId: z.string().max(100) }),
  answers: { 200: { description: "The job.", schema: jobSchema } },
  refusals: [404, 409],
  run: async ({ services, params: { assignmentJobId } }) => {
    const id = idOf("job", assignmentJobId);
    await stopJob(services, { id });
    return { status: 200, body: await jobAnswer(services, id) };
  },
});

export const getAssignment = endpoint({
  method: "get",
  path: "/assignments/{assignmentId}",
  id: "getAssignment",
  tag: TAG,
  summary: "An assignment: its driver, vehicle and route, timed from now",
  scope: "plans:read",
  params,
  answers: { 200: { description: "The assignment.", schema: assignmentSchema, hasVersion: true } },
  refusals: [404],
  run: async ({ services, params: { assignmentId } }) => {
    const routeId = routeOf(assignmentId);
    const [route] = await readRoutes(services, { routeIds: [routeId] });
    return { status: 200, body: fromAssignment(route!), version: route!.version };
  },
});

/** The route an assignment is, by either of its names. */
export function routeOf(text: string): string {
  const id = undress("assignment", text) ?? undress("route", text);
  if (id === undefined) throw noSuch("route");
  return id;
}

export async function assignmentAnswer(services: ServiceContext, routeId: string) {
  const [route] = await readRoutes(services, { routeIds: [routeId] });
  return fromAssignment(route!);
}
