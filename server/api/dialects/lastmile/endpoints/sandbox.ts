import "server-only";
import { sandboxEndpoint } from "@/server/api/kernel/endpoint";
import { tellAct } from "@/server/services/execution/tell-act";
import { asDriver } from "@/server/services/sandbox/as-driver";
import { callBack } from "@/server/services/sandbox/call-back";
import { driveRoute } from "@/server/services/sandbox/drive-route";
import { simulatePartner } from "@/server/services/sandbox/simulate-partner";
import { dress, idOf } from "../ids";
import { occurredAt } from "../map/driver-act";
import { outcomeOf } from "../map/partner-api";
import { toCallbacks, toSimulatedAct } from "../map/sandbox";
import {
  sandboxBehaviorAnswerSchema,
  sandboxBehaviorSchema,
  sandboxCallbackResultsSchema,
  sandboxCallbacksSchema,
  sandboxEventSchema,
  sandboxResultSchema,
  sandboxTrackedSchema,
  sandboxTrackSchema,
} from "../wire/sandbox";

const TAG = "Sandbox";
const refusals = [400, 404, 409, 413, 415, 422];

export const simulateDriverEvent = sandboxEndpoint({
  method: "post",
  path: "/sandbox/driver-events",
  id: "simulateDriverEvent",
  tag: TAG,
  summary: "Have a sandbox's driver accept, set off, arrive, deliver, fail or finish",
  description: "It goes the way every driver's acts go, with all that follows. Only a sandbox's keys may ask.",
  scope: "plans:write",
  body: sandboxEventSchema,
  answers: { 200: { description: "What became of it.", schema: sandboxResultSchema } },
  refusals,
  run: async ({ services, body }) => {
    const routeId = idOf("assignment", body.assignment_id);
    const isAtDoor = ["arrive", "complete", "fail"].includes(body.type);
    const visitId = isAtDoor ? idOf("stop", body.stop_id!) : undefined;
    const driver = await asDriver(services, { routeId });
    const { answer } = await tellAct(driver, {
      ...(visitId ? { visitId } : { routeId }),
      act: toSimulatedAct(body, visitId),
      occurredAt: occurredAt(body),
    });
    const assignment_id = dress("assignment", routeId);
    return { status: 200, body: { assignment_id, type: body.type, result: answer.verdict, sandbox: true } };
  },
});

export const simulateTrack = sandboxEndpoint({
  method: "post",
  path: "/sandbox/track",
  id: "simulateTrack",
  tag: TAG,
  summary: "Have a sandbox's driver be seen along a whole route",
  description: "Positions in equal steps along its way, taken in as a phone's are. Only a sandbox's keys may ask.",
  scope: "plans:write",
  body: sandboxTrackSchema,
  answers: { 200: { description: "How many were taken.", schema: sandboxTrackedSchema } },
  refusals: [...refusals, 503],
  run: async ({ services, body: { assignment_id, points, duration_seconds: seconds } }) => {
    const tracked = await driveRoute(services, { routeId: idOf("assignment", assignment_id), points, seconds });
    return { status: 200, body: { assignment_id, ...tracked, sandbox: true } };
  },
});

export const simulatePartnerBehavior = sandboxEndpoint({
  method: "post",
  path: "/sandbox/partner-behavior",
  id: "simulatePartnerBehavior",
  tag: TAG,
  summary: "Have a sandbox's partner answer offers late, with 500, in riddles, with no, or not at all, from now on",
  description: "Its rates, offers and cancellations go the way every partner's do. Only a sandbox's keys may ask.",
  scope: "plans:write",
  body: sandboxBehaviorSchema,
  answers: { 200: { description: "How it answers now.", schema: sandboxBehaviorAnswerSchema } },
  refusals,
  run: async ({ services, body: { partner_id, answer, delay_seconds } }) => {
    const simulation = { answer, delayMilliseconds: Math.round(delay_seconds * 1000) };
    await simulatePartner(services, { partnerId: idOf("partner", partner_id), simulation });
    return { status: 200, body: { partner_id, answer, delay_seconds, sandbox: true } };
  },
});

export const simulatePartnerCallbacks = sandboxEndpoint({
  method: "post",
  path: "/sandbox/partner-callbacks",
  id: "simulatePartnerCallbacks",
  tag: TAG,
  summary: "Have a sandbox's partner say how an assignment is going; twice, late or out of order if wished",
  description: "It goes the way every partner's calls go, with all that follows. Only a sandbox's keys may ask.",
  scope: "plans:write",
  body: sandboxCallbacksSchema,
  answers: { 200: { description: "What became of each.", schema: sandboxCallbackResultsSchema } },
  refusals,
  run: async ({ services, body }) => {
    const { clock, ids } = services.ports;
    const callbacks = toCallbacks(body, { now: clock.now(), newId: () => ids.newId() });
    const words = callbacks.map(({ word }) => word);
    const verdicts = await callBack(services, { partnerId: idOf("partner", body.partner_id), words });
    const results = verdicts.map((said, index) => {
      const { status, event_id, occurred_at } = callbacks[index]!.call;
      const outcome = said.verdict === "rejected" ? "refused" : outcomeOf(said);
      return { status, event_id, occurred_at, outcome, message: said.message };
    });
    return { status: 200, body: { assignment_id: body.assignment_id, results, sandbox: true } };
  },
});
