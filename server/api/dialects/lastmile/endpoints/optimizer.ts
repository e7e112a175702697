import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { AssignmentTerms } from "@/server/domain/assignment/assignment-terms";
import { openAssignmentDays, proposeAssignments } from "@/server/services/assignment/propose-assignments";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { idOf } from "../ids";
import { fromOption, toTerms } from "../map/assignment";
import { autoAssignRequestSchema, optionsRequestSchema, optionsSchema, planSchema } from "../wire/assignment";

/** Whoever asks waits so long at most for one plan. */
const PREVIEW_SECONDS = 3;
const OPTIONS_SECONDS = 6;

export const previewPlan = endpoint({
  method: "post",
  path: "/optimizer/preview",
  id: "previewPlan",
  tag: "Optimizer",
  summary: "What an assignment would come to; nothing is stored",
  scope: "plans:read",
  body: autoAssignRequestSchema,
  answers: { 200: { description: "The plan.", schema: planSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const terms = toTerms(body, [body.strategy]);
    const [option] = await proposed(services, body.delivery_ids, terms, PREVIEW_SECONDS);
    return { status: 200, body: fromOption(option!) };
  },
});

export const listPlanOptions = endpoint({
  method: "post",
  path: "/optimizer/options",
  id: "listPlanOptions",
  tag: "Optimizer",
  summary: "The same deliveries planned by several strategies, to choose from; nothing is stored",
  scope: "plans:read",
  body: optionsRequestSchema,
  answers: { 200: { description: "The fastest plan, the cheapest, and others.", schema: optionsSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const terms = toTerms(body, ["latency", "cost", ...(body.strategy ? [body.strategy] : [])]);
    const options = await proposed(services, body.delivery_ids, terms, OPTIONS_SECONDS);
    return { status: 200, body: { options: options.map(fromOption) } };
  },
});

async function proposed(services: ServiceContext, ids: readonly string[], terms: AssignmentTerms, maxSeconds: number) {
  const deliveryIds = ids.map((id) => idOf("delivery", id));
  const open = await openAssignmentDays(services, deliveryIds, terms);
  return proposeAssignments(services, open, terms, { maxSeconds, signal: new AbortController().signal });
}
