import "server-only";
import { z } from "zod";
import { ApiRefusal } from "@/server/api/kernel/api-refusal";
import { endpoint } from "@/server/api/kernel/endpoint";
import { connectPartner } from "@/server/services/partner/connect-partner";
import { trySampleRate } from "@/server/services/partner/quote-rate";
import { readPerformance } from "@/server/services/partner/read-performance";
import { idOf } from "../ids";
import { fromConnection, fromPerformance, fromRate, toConnection, toSampleJob } from "../map/partner-credentials";
import {
  credentialsRequestSchema,
  credentialsSchema,
  performanceQuerySchema,
  performanceSchema,
  rateTestRequestSchema,
  rateTestSchema,
} from "../wire/partner-credentials";

const TAG = "Partners";
const PERIOD_MS = 30 * 86_400_000;
const params = z.object({ partnerId: z.string().max(100) });

export const setPartnerCredentials = endpoint({
  method: "post",
  path: "/partners/{partnerId}/credentials",
  id: "setPartnerCredentials",
  tag: TAG,
  summary: "Say how a partner is reached, and try it",
  description:
    "Stored encrypted, never said again, in the place of what was there. Kept also where the trial fails: look at test.",
  scope: "fleet:write",
  params,
  body: credentialsRequestSchema,
  answers: { 201: { description: "Stored, and how the trial went.", schema: credentialsSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { partnerId }, body }) => {
    const id = idOf("partner", partnerId);
    const connection = toConnection(body);
    const made = await connectPartner(services, { partnerId: id, ...connection });
    return { status: 201, body: fromConnection(id, connection, made) };
  },
});

export const testPartnerRates = endpoint({
  method: "post",
  path: "/partners/{partnerId}/rates/test",
  id: "testPartnerRates",
  tag: TAG,
  summary: "Ask a partner what a sample route would cost",
  description: "Nothing is ordered. A partner who does not answer, or says no, is an answer: ok is false.",
  scope: "fleet:write",
  params,
  body: rateTestRequestSchema,
  answers: { 200: { description: "The price, or why there is none.", schema: rateTestSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { partnerId }, body }) => {
    const id = idOf("partner", partnerId);
    const job = toSampleJob(body);
    if (!job) {
      throw new ApiRefusal("meaningless", "Say where from and where to with positions, or distance_meters.");
    }
    return { status: 200, body: fromRate(id, job, await trySampleRate(services, { partnerId: id, job })) };
  },
});

export const getPartnerPerformance = endpoint({
  method: "get",
  path: "/partners/{partnerId}/performance",
  id: "getPartnerPerformance",
  tag: TAG,
  summary: "How well a partner delivers",
  scope: "fleet:read",
  params,
  query: performanceQuerySchema,
  answers: { 200: { description: "Counts and shares of the period.", schema: performanceSchema } },
  refusals: [400, 404],
  run: async ({ services, params: { partnerId }, query }) => {
    const id = idOf("partner", partnerId);
    const to = query.to ? new Date(query.to) : services.ports.clock.now();
    const from = query.from ? new Date(query.from) : new Date(to.getTime() - PERIOD_MS);
    if (from >= to) throw new ApiRefusal("malformed", "from: must be before to");
    const period = { from, to };
    return {
      status: 200,
      body: fromPerformance(id, period, await readPerformance(services, { partnerId: id, ...period })),
    };
  },
});
