import "server-only";
import { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { driverEndpoint } from "@/server/api/kernel/endpoint";
import { readOwnStop } from "@/server/services/execution/read-own-route";
import { tellAct } from "@/server/services/execution/tell-act";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { idOf } from "../ids";
import { occurredAt, positionOf, toAttempt, toFailed, toPartial } from "../map/driver-act";
import { fromDriverStop } from "../map/driver-route";
import {
  actedStopSchema,
  arriveRequestSchema,
  attemptRequestSchema,
  failedRequestSchema,
  partialRequestSchema,
} from "../wire/driver-api";

const TAG = "Driver app";
const params = z.object({ stopId: z.string().max(100) });
const answers = { 200: { description: "The stop as it is now.", schema: actedStopSchema } };
const refusals = [400, 404, 409, 413, 415, 422];

export const arriveAtStop = driverEndpoint({
  method: "post",
  path: "/driver-api/stops/{stopId}/arrive",
  id: "arriveAtStop",
  tag: TAG,
  summary: "The driver is at the door",
  params,
  body: arriveRequestSchema.optional(),
  answers,
  refusals,
  run: ({ services, params: { stopId }, body = {} }) => {
    const visitId = idOf("stop", stopId);
    const act = { type: "arrive", visitId, ...positionOf(body.location) };
    return told(services, visitId, act, { occurredAt: occurredAt(body) });
  },
});

export const attemptStop = driverEndpoint({
  method: "post",
  path: "/driver-api/stops/{stopId}/attempt",
  id: "attemptStop",
  tag: TAG,
  summary: "The driver has tried, and nobody could be served",
  description: "Numbered from 1; a number told before changes nothing, one beyond the policy's attempts is refused.",
  params,
  body: attemptRequestSchema,
  answers,
  refusals,
  run: ({ services, params: { stopId }, body }) => {
    const visitId = idOf("stop", stopId);
    const when = { occurredAt: occurredAt(body), attempt: body.attempt_number };
    return told(services, visitId, toAttempt(visitId, body), when);
  },
});

export const failStop = driverEndpoint({
  method: "post",
  path: "/driver-api/stops/{stopId}/failed",
  id: "failStop",
  tag: TAG,
  summary: "The delivery has failed",
  description: "`return_to_warehouse` sends it back; `reschedule` leaves it failed until a retry is asked for.",
  params,
  body: failedRequestSchema,
  answers,
  refusals,
  run: ({ services, params: { stopId }, body }) => {
    const visitId = idOf("stop", stopId);
    return told(services, visitId, toFailed(visitId, body), { occurredAt: occurredAt(body) });
  },
});

const partial = (path: string, id: string) =>
  driverEndpoint({
    method: "post",
    path,
    id,
    tag: TAG,
    summary: "Some of it was handed over",
    params,
    body: partialRequestSchema,
    answers,
    refusals,
    run: async ({ services, params: { stopId }, body }) => {
      const visitId = idOf("stop", stopId);
      const { items } = await readOwnStop(services, { visitId });
      const act = toPartial(visitId, body, items);
      if (!act) throw new ApiRefusal("meaningless", "A package is named that this delivery has not.");
      return told(services, visitId, act, { occurredAt: occurredAt(body) });
    },
  });

export const partialStop = partial("/driver-api/stop/{stopId}/partial", "partialStop");
export const partialStopPlural = partial("/driver-api/stops/{stopId}/partial", "partialStopPlural");

/** Tells an act at a door and answers with the stop. */
async function told(
  services: ServiceContext,
  visitId: string,
  act: { readonly type: string },
  when: { readonly occurredAt: Date | undefined; readonly attempt?: number },
) {
  const { answer } = await tellAct(services, { visitId, act, ...when });
  const { driven, stop } = await readOwnStop(services, { visitId });
  return { status: 200, body: { ...fromDriverStop(driven, stop), result: answer.verdict } };
}
