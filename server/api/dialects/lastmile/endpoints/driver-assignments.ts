import "server-only";
import { z } from "zod";
import { type Call, driverEndpoint } from "@/server/api/kernel/endpoint";
import { readOwnRoute } from "@/server/services/execution/read-own-route";
import { tellAct } from "@/server/services/execution/tell-act";
import { noteLinkOpened } from "@/server/services/plan/note-link-opened";
import { idOf } from "../ids";
import { occurredAt, toDecline } from "../map/driver-act";
import { fromDriverRoute, fromDriverWay } from "../map/driver-route";
import { actedAssignmentSchema, actRequestSchema, declineRequestSchema, driverRouteSchema } from "../wire/driver-api";

const TAG = "Driver app";
const params = z.object({ assignmentId: z.string().max(100) });
const answers = { 200: { description: "The assignment as it is now.", schema: actedAssignmentSchema } };

type AssignmentCall<B> = Call<z.output<typeof params>, undefined, B>;

export const acceptAssignment = driverEndpoint({
  method: "post",
  path: "/driver-api/assignments/{assignmentId}/accept",
  id: "acceptAssignment",
  tag: TAG,
  summary: "The driver takes a route he was offered",
  params,
  body: actRequestSchema.optional(),
  answers,
  refusals: [400, 404, 409, 413, 415, 422],
  run: (call) => told(call, { type: "accept" }),
});

export const declineAssignment = driverEndpoint({
  method: "post",
  path: "/driver-api/assignments/{assignmentId}/decline",
  id: "declineAssignment",
  tag: TAG,
  summary: "The driver does not take a route, and says why",
  description:
    "Its deliveries go back into the pool; nobody else's are touched. A route that is started cannot be declined.",
  params,
  body: declineRequestSchema,
  answers,
  refusals: [400, 404, 409, 413, 415, 422],
  run: (call) => told(call, toDecline(call.body)),
});

export const startRoute = driverEndpoint({
  method: "post",
  path: "/driver-api/assignments/{assignmentId}/start-route",
  id: "startRoute",
  tag: TAG,
  summary: "The driver sets off",
  params,
  body: actRequestSchema.optional(),
  answers,
  refusals: [400, 404, 409, 413, 415, 422],
  run: (call) => told(call, { type: "start-route" }),
});

const readRoute = (path: string, id: string) =>
  driverEndpoint({
    method: "get",
    path,
    id,
    tag: TAG,
    summary: "A route with its way, its stops, and which comes next",
    params,
    answers: { 200: { description: "As it is now.", schema: driverRouteSchema } },
    refusals: [404],
    run: async ({ services, params: { assignmentId } }) => {
      const routeId = idOf("assignment", assignmentId);
      const driven = await readOwnRoute(services, { routeId });
      await noteLinkOpened(services, { routeId });
      return { status: 200, body: fromDriverWay(driven) };
    },
  });

export const getDriverRoute = readRoute("/driver-api/assignment/{assignmentId}/route", "getDriverRoute");
export const getDriverRoutePlural = readRoute("/driver-api/assignments/{assignmentId}/route", "getDriverRoutePlural");

async function told(
  { services, params: { assignmentId }, body }: AssignmentCall<{ timestamp?: string | undefined } | undefined>,
  act: { readonly type: string },
) {
  const routeId = idOf("assignment", assignmentId);
  await noteLinkOpened(services, { routeId });
  const { answer } = await tellAct(services, { routeId, act, occurredAt: occurredAt(body ?? {}) });
  const driven = await readOwnRoute(services, { routeId });
  return { status: 200, body: { ...fromDriverRoute(driven), result: answer.verdict } };
}
