import "server-only";
import { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { driverEndpoint } from "@/server/api/kernel/endpoint";
import { readOwnStop } from "@/server/services/execution/read-own-route";
import { previewAct, tellAct } from "@/server/services/execution/tell-act";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { registerPod } from "@/server/services/proof/register-pod";
import { viewRegisteredPod } from "@/server/services/proof/view-pods";
import { idOf } from "../ids";
import { occurredAt, positionOf, toAttempt, toComplete, toFailed, toPartial } from "../map/driver-act";
import { fromDriverStop } from "../map/driver-route";
import { fromPod, namingAssets, refuseStrange, toPodFiles } from "../map/pod";
import {
  actedStopSchema,
  arriveRequestSchema,
  attemptRequestSchema,
  completedStopSchema,
  completeRequestSchema,
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

export const completeStop = driverEndpoint({
  method: "post",
  path: "/driver-api/stops/{stopId}/complete",
  id: "completeStop",
  tag: TAG,
  summary: "It was handed over, with the proof of it",
  description:
    "The signature comes as an asset's URL or in base64, photos as URLs of assets (`POST /pod/request-upload`); both are counted " +
    "and hashed as they are kept. A pickup that is complete delivers nothing.",
  params,
  body: completeRequestSchema,
  answers: { 200: { description: "The stop, and its POD.", schema: completedStopSchema } },
  refusals,
  run: async ({ services, params: { stopId }, body }) => {
    const visitId = idOf("stop", stopId);
    const when = { occurredAt: occurredAt(body) };
    await previewAct(services, { visitId, act: toComplete(visitId, body, []), ...when });
    // It is the act that makes a named request done, not the evidence before it.
    const { request: _, ...unnamed } = services;
    const proofIds = await keepProof(unnamed, visitId, body, when.occurredAt);
    const { body: stop } = await told(services, visitId, toComplete(visitId, body, proofIds), when);
    const [pod] = await viewRegisteredPod(services, { visitId }).catch(noneIfThereIsNone);
    const shown = pod ? fromPod(pod, services.baseUrl) : null;
    return { status: 200, body: { ...stop, pod_id: shown?.pod_id ?? null, pod: shown } };
  },
});

export const failStop = driverEndpoint({
  method: "post",
  path: "/driver-api/stops/{stopId}/failed",
  id: "failStop",
  tag: TAG,
  summary: "The delivery has failed",
  description:
    "`return_to_warehouse` sends it back; `reschedule` leaves it failed until a retry is asked for. `no_one_home` is refused " +
    "(422, `contact-rules`) before what the policy's `contact_attempt_rules` ask for: attempts told of this stop and " +
    "`contact_attempts` count, and the time since the arrival. What is told more than five minutes late is taken.",
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

/** Keeps what a completion brings along as the stop's evidence; answers with the pictures the desk's review looks at. */
async function keepProof(
  services: ServiceContext,
  visitId: string,
  body: z.output<typeof completeRequestSchema>,
  deliveredAt: Date | undefined,
): Promise<readonly string[]> {
  const { recipient_signature: signature, photos, notes, recipient_name: recipientName } = body;
  const { files, strange } = toPodFiles({ signature, photos, documents: [] });
  refuseStrange(strange);
  if (files.length === 0) return [];
  const { stop } = await readOwnStop(services, { visitId });
  const { deliveryId } = stop.visit;
  const { proofIds } = await registerPod(services, {
    deliveryId,
    visitId,
    files,
    notes,
    recipientName,
    deliveredAt,
  }).catch((error: unknown) => {
    throw namingAssets(error);
  });
  return proofIds;
}

/** A completion that was superseded leaves no evidence of its own. */
function noneIfThereIsNone(error: unknown): [] {
  if (error instanceof ServiceError && error.code === "not-found") return [];
  throw error;
}

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
