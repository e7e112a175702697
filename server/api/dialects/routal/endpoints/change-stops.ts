import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { idFromHex24 } from "@/server/domain/ids";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { found } from "@/server/services/kernel/service-error";
import { editDelivery } from "@/server/services/order/edit-delivery";
import { readDeliveryRecords } from "@/server/services/order/read-delivery-records";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { deleteStops as removeStops } from "@/server/services/wave/delete-from-waves";
import { moveToWave } from "@/server/services/wave/move-to-wave";
import { searchStops as findStops, readStopDeliveries } from "@/server/services/wave/search-stops";
import { idOf } from "../ids";
import { toStopChanges } from "../map/to-stop-draft";
import { idField, pageOf, pageSchema, pathId } from "../wire/common";
import { STOP_STATUSES, stopIdsOf, stopIdsSchema, stopPatchSchema, stopSchema } from "../wire/stop";
import { stopsOf } from "./reading";

const TAG = "Stop";

/** The stops named, with the deliveries they are doors of. */
async function named(services: ServiceContext, ids: readonly string[]) {
  const visitIds = ids.map((id) => idOf("stop", id));
  const rows = await readStopDeliveries(services, { visitIds });
  return { visitIds: new Set(visitIds), deliveryIds: [...new Set(rows.map(({ deliveryId }) => deliveryId))] };
}

export const moveStops = endpoint({
  method: "post",
  path: "/v2/stop/move",
  id: "moveStops",
  tag: TAG,
  summary: "Move stops to another plan, or (without plan_id) to the project's inbox, all or none",
  description: "What is on a route leaves it. Stops that are dispatched or have ended stay, and so do all others then.",
  scope: "plans:write",
  query: z.object({ plan_id: idField.optional(), project_id: idField.optional() }),
  body: stopIdsSchema,
  answers: { 200: { description: "The stops.", schema: z.array(stopSchema) } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, query: { plan_id }, body }) => {
    const { visitIds, deliveryIds } = await named(services, stopIdsOf(body));
    const waveId = plan_id === undefined ? null : idOf("plan", plan_id);
    if (deliveryIds.length > 0) await moveToWave(services, { deliveryIds, waveId });
    return { status: 200, body: await stopsOf(services, deliveryIds, visitIds) };
  },
});

export const deleteStops = endpoint({
  method: "put",
  path: "/v2/stops/delete",
  id: "deleteStops",
  tag: TAG,
  summary: "Delete stops, all or none; those that are dispatched or have ended stay",
  scope: "deliveries:write",
  query: z.object({ plan_id: idField.optional(), project_id: idField.optional() }),
  body: stopIdsSchema,
  answers: { 200: { description: "The stops as they were.", schema: z.array(stopSchema) } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, body }) => {
    const { visitIds, deliveryIds } = await named(services, stopIdsOf(body));
    const stops = await stopsOf(services, deliveryIds, visitIds);
    if (deliveryIds.length > 0) await removeStops(services, { deliveryIds });
    return { status: 200, body: stops.map((stop) => ({ ...stop, deleted: true })) };
  },
});

export const updateStop = endpoint({
  method: "put",
  path: "/v2/stop/{stop_id}",
  id: "updateStop",
  tag: TAG,
  summary: "Change a stop; what is not sent stays",
  scope: "deliveries:write",
  params: z.object({ stop_id: pathId }),
  body: stopPatchSchema,
  answers: { 200: { description: "The stop.", schema: stopSchema } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, params: { stop_id }, body }) => {
    const visitId = idOf("stop", stop_id);
    const [row] = await readStopDeliveries(services, { visitIds: [visitId] });
    const id = found(row, "stop").deliveryId;
    const { records } = await readDeliveryRecords(services, { ids: [id] });
    const { delivery } = found(records[0], "stop");
    const role = delivery.visits.find((visit) => visit.id === visitId)!.role;
    const { custom_fields: fields } = body;
    const changes = {
      ...toStopChanges(body, delivery, role),
      ...(fields !== undefined && { customFields: fieldsOver(delivery.input.customFields, fields ?? {}) }),
    };
    await editDelivery(services, { id, changes, demands: { isWhole: true, isClosed: true } });
    const [stop] = await stopsOf(services, [id], new Set([visitId]));
    return { status: 200, body: stop! };
  },
});

/** The fields as they become: what is not sent goes. */
function fieldsOver(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) {
  const gone = Object.keys(before).flatMap((name) => (Object.hasOwn(now, name) ? [] : [[name, null] as const]));
  return { ...(now as Record<string, string>), ...Object.fromEntries(gone) };
}

const STATUSES: Readonly<Record<(typeof STOP_STATUSES)[number], readonly DeliveryStatus[]>> = {
  pending: ["requested", "scheduled", "assigned", "enroute"],
  completed: ["delivered"],
  incomplete: ["failed", "returned"],
  canceled: ["cancelled"],
};

const predicate = <F extends string, V extends z.ZodType>(field: F, value: V) =>
  z.object({ field: z.literal(field), operator: z.literal("eq").default("eq"), value, type: z.string().optional() });
const text = z.string().max(300);

const searchSchema = z
  .object({
    limit: z.int().min(1).max(500).default(20),
    offset: z.int().min(0).max(1_000_000).default(0),
    predicates: z
      .array(
        z.discriminatedUnion("field", [
          predicate("id", text),
          predicate("external_id", text),
          predicate("plan_id", text.nullable()),
          predicate("route_id", text.nullable()),
          predicate("status", z.enum(STOP_STATUSES)),
          predicate("label", text),
          predicate("phone", text),
          predicate("email", text),
        ]),
      )
      .max(20)
      .default([]),
  })
  .meta({ id: "StopSearch" });
type Predicate = z.output<typeof searchSchema>["predicates"][number];

export const searchStops = endpoint({
  method: "post",
  path: "/v2/stops/search",
  id: "searchStops",
  tag: TAG,
  summary: "A project's stops that meet every predicate, newest first, a page at a time",
  scope: "deliveries:read",
  query: z.object({ project_id: idField.optional() }),
  body: searchSchema,
  answers: { 200: { description: "The page.", schema: pageSchema(stopSchema) } },
  refusals: [400, 404, 413, 415],
  run: async ({ services, query: { project_id }, body: { limit, offset, predicates } }) => {
    const projectId = project_id === undefined ? (await readHomeProject(services, {})).id : idOf("project", project_id);
    const wanted = wantedOf(predicates);
    // What is said twice is said otherwise, and what is no id is nobody's.
    const found = wanted && (await findStops(services, { projectId, ...wanted, offset, limit }));
    if (!found) return { status: 200, body: pageOf([], 0, { offset, limit }) };
    const visitIds = found.visits.map(({ visitId }) => visitId);
    const deliveryIds = [...new Set(found.visits.map(({ deliveryId }) => deliveryId))];
    const docs = await stopsOf(services, deliveryIds, new Set(visitIds));
    return { status: 200, body: pageOf(docs, found.total, { offset, limit }) };
  },
});

type Wanted = Omit<Parameters<typeof findStops>[1], "projectId" | "offset" | "limit">;

/** The predicates as one question; undefined where nothing can meet them. */
function wantedOf(predicates: readonly Predicate[]): Wanted | undefined {
  const wanted: Wanted = {};
  for (const each of predicates) {
    const more = asked(each);
    if (!more) return undefined;
    for (const [name, value] of Object.entries(more)) {
      const known = wanted[name as keyof Wanted];
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(value)) return undefined;
    }
    Object.assign(wanted, more);
  }
  return wanted;
}

function asked({ field, value }: Predicate): Wanted | undefined {
  switch (field) {
    case "external_id":
      return { name: value };
    case "status":
      return { statuses: [...STATUSES[value]] };
    case "label":
      return { contactName: value };
    case "phone":
      return { contactPhone: value };
    case "email":
      return { contactEmail: value };
    default: {
      const name = ({ id: "visitId", plan_id: "waveId", route_id: "routeId" } as const)[field];
      if (value === null) return { [name]: null };
      const id = idFromHex24(value);
      return id === undefined ? undefined : { [name]: id };
    }
  }
}
