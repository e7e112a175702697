import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { addPartner } from "@/server/services/partner/add-partner";
import { editPartner } from "@/server/services/partner/edit-partner";
import { listPartners as list } from "@/server/services/partner/list-partners";
import { readPartner } from "@/server/services/partner/read-partner";
import { dress, idOf } from "../ids";
import { fromPartner, toPartner, toStatuses } from "../map/partner";
import { pageOf } from "../wire/common";
import {
  capabilitiesSchema,
  partnerPatchSchema,
  partnerQuerySchema,
  partnerRequestSchema,
  partnerSchema,
} from "../wire/partner";

const TAG = "Partners";
const params = z.object({ partnerId: z.string().max(100) });

export const listPartners = endpoint({
  method: "get",
  path: "/partners",
  id: "listPartners",
  tag: TAG,
  summary: "Partners, newest first",
  scope: "fleet:read",
  query: partnerQuerySchema,
  answers: { 200: { description: "A page.", schema: pageOf(partnerSchema) } },
  refusals: [400],
  run: async ({ services, query }) => {
    const { status, ...page } = query;
    const { rows, nextCursor } = await list(services, { ...page, ...(status && { statuses: toStatuses(status) }) });
    return { status: 200, body: { items: rows.map(fromPartner), next_cursor: nextCursor } };
  },
});

export const createPartner = endpoint({
  method: "post",
  path: "/partners",
  id: "createPartner",
  tag: TAG,
  summary: "Register a partner",
  scope: "fleet:write",
  body: partnerRequestSchema,
  answers: { 201: { description: "Registered.", schema: partnerSchema, hasVersion: true } },
  refusals: [400, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const { name, type } = body;
    const { id } = await addPartner(services, { partner: { ...toPartner(body), name, type } });
    return answerWith(services, id, 201);
  },
});

export const getPartner = endpoint({
  method: "get",
  path: "/partners/{partnerId}",
  id: "getPartner",
  tag: TAG,
  summary: "A partner, in use or not",
  scope: "fleet:read",
  params,
  answers: { 200: { description: "The partner.", schema: partnerSchema, hasVersion: true } },
  refusals: [404],
  run: ({ services, params: { partnerId } }) => answerWith(services, idOf("partner", partnerId), 200),
});

export const patchPartner = endpoint({
  method: "patch",
  path: "/partners/{partnerId}",
  id: "patchPartner",
  tag: TAG,
  summary: "Change a partner",
  description: "Metadata is laid over what is there; lists take the old ones' place.",
  scope: "fleet:write",
  params,
  body: partnerPatchSchema,
  answers: { 200: { description: "As it is now.", schema: partnerSchema, hasVersion: true } },
  refusals: [400, 404, 409, 412, 413, 415, 422],
  run: async ({ services, params: { partnerId }, body, expectedVersion }) => {
    const id = idOf("partner", partnerId);
    await editPartner(services, { id, version: expectedVersion ?? body.version, changes: toPartner(body) });
    return answerWith(services, id, 200);
  },
});

export const disablePartner = endpoint({
  method: "delete",
  path: "/partners/{partnerId}",
  id: "disablePartner",
  tag: TAG,
  summary: "Stop using a partner",
  description: "It is disabled, not deleted: what it delivered stays its own.",
  scope: "fleet:write",
  params,
  answers: { 200: { description: "Disabled.", schema: partnerSchema, hasVersion: true } },
  refusals: [404, 409, 412],
  run: async ({ services, params: { partnerId }, expectedVersion }) => {
    const id = idOf("partner", partnerId);
    await editPartner(services, { id, version: expectedVersion, changes: { status: "disabled" } });
    return answerWith(services, id, 200);
  },
});

export const getPartnerCapabilities = endpoint({
  method: "get",
  path: "/partners/{partnerId}/capabilities",
  id: "getPartnerCapabilities",
  tag: TAG,
  summary: "What a partner does, where, and by what",
  scope: "fleet:read",
  params,
  answers: { 200: { description: "Its capabilities.", schema: capabilitiesSchema } },
  refusals: [404],
  run: async ({ services, params: { partnerId } }) => {
    const id = idOf("partner", partnerId);
    const { capabilities, vehicle_types, geographies } = fromPartner(await readPartner(services, { id }));
    const partner_id = dress("partner", id);
    return { status: 200, body: { partner_id, services: capabilities, capabilities, vehicle_types, geographies } };
  },
});

async function answerWith(services: ServiceContext, id: string, status: 200 | 201) {
  const partner = await readPartner(services, { id });
  return { status, body: fromPartner(partner), version: partner.version };
}
