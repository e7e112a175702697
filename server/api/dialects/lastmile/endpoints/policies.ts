import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { changePolicies } from "@/server/services/policy/change-policies";
import { readPolicies } from "@/server/services/policy/read-policies";
import { fromPolicies, toPolicyChanges } from "../map/policy";
import { policyPatchSchema, policySchema } from "../wire/policy";

const TAG = "Administration";

export const getPolicies = endpoint({
  method: "get",
  path: "/policies",
  id: "getPolicies",
  tag: TAG,
  summary: "How often is tried, what then, and which partner is asked",
  scope: "settings:read",
  answers: { 200: { description: "As they are.", schema: policySchema } },
  refusals: [],
  run: ({ services }) => answer(services),
});

export const patchPolicies = endpoint({
  method: "patch",
  path: "/policies",
  id: "patchPolicies",
  tag: TAG,
  summary: "Change policies",
  description: "What is left out stays, inside the rules as well. They hold from then on, for what is under way too.",
  scope: "settings:write",
  body: policyPatchSchema,
  answers: { 200: { description: "As they are now.", schema: policySchema } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    await changePolicies(services, toPolicyChanges(body));
    return answer(services);
  },
});

async function answer(services: ServiceContext) {
  return { status: 200, body: fromPolicies(await readPolicies(services, {})) };
}
