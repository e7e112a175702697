import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { listVehiclePage } from "@/server/services/fleet/list-vehicle-page";
import { readVehicle } from "@/server/services/fleet/read-vehicle";
import { retireVehicle } from "@/server/services/fleet/retire-vehicle";
import { saveVehicle } from "@/server/services/fleet/save-vehicle";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { idOf, undress } from "../ids";
import { fromVehicle, toVehicle } from "../map/vehicle";
import { pageOf } from "../wire/common";
import { vehiclePatchSchema, vehicleQuerySchema, vehicleRequestSchema, vehicleSchema } from "../wire/vehicle";

const TAG = "Vehicles";
const params = z.object({ vehicleId: z.string().trim().min(1).max(100) });

export const createVehicle = endpoint({
  method: "post",
  path: "/vehicles",
  id: "createVehicle",
  tag: TAG,
  summary: "Add a vehicle",
  scope: "fleet:write",
  body: vehicleRequestSchema,
  answers: { 201: { description: "Added.", schema: vehicleSchema, hasVersion: true } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const home = await readHomeProject(services, {});
    const vehicle = toVehicle(body, partnerOf(body.partner_id));
    const { id } = await saveVehicle(services, { projectId: home.id, vehicle, clientName: body.vehicle_id });
    return answerWith(services, id, 201);
  },
});

export const getVehicle = endpoint({
  method: "get",
  path: "/vehicles/{vehicleId}",
  id: "getVehicle",
  tag: TAG,
  summary: "A vehicle, in use or not",
  scope: "fleet:read",
  params,
  answers: { 200: { description: "The vehicle.", schema: vehicleSchema, hasVersion: true } },
  refusals: [404],
  run: async ({ services, params: { vehicleId } }) => {
    const known = await vehicleNamed(services, vehicleId);
    return { status: 200, body: fromVehicle(known), version: known.vehicle.version };
  },
});

export const listVehicles = endpoint({
  method: "get",
  path: "/vehicles",
  id: "listVehicles",
  tag: TAG,
  summary: "Vehicles that meet everything asked, newest first",
  scope: "fleet:read",
  query: vehicleQuerySchema,
  answers: { 200: { description: "A page.", schema: pageOf(vehicleSchema) } },
  refusals: [400],
  run: async ({ services, query: { warehouse, available, partner_id, cursor, limit } }) => {
    const partnerId = partner_id === undefined ? undefined : undress("partner", partner_id);
    if (partner_id !== undefined && !partnerId) return { status: 200, body: { items: [], next_cursor: null } };
    const wanted = { depotName: warehouse, partnerId, isFree: isFree(available) };
    const { rows, nextCursor } = await listVehiclePage(services, { wanted, cursor, limit });
    return { status: 200, body: { items: rows.map(fromVehicle), next_cursor: nextCursor } };
  },
});

export const patchVehicle = endpoint({
  method: "patch",
  path: "/vehicles/{vehicleId}",
  id: "patchVehicle",
  tag: TAG,
  summary: "Change a vehicle",
  scope: "fleet:write",
  params,
  body: vehiclePatchSchema,
  answers: { 200: { description: "As it is now.", schema: vehicleSchema, hasVersion: true } },
  refusals: [400, 404, 409, 412, 413, 415, 422],
  run: async ({ services, params: { vehicleId }, body, expectedVersion }) => {
    const before = await vehicleNamed(services, vehicleId);
    const { id, projectId, version: seen } = before.vehicle;
    const vehicle = toVehicle(body, partnerOf(body.partner_id), before);
    // Written whole: it must be of the version it was read in.
    await saveVehicle(services, { id, projectId, vehicle, version: expectedVersion ?? body.version ?? seen });
    return answerWith(services, id, 200);
  },
});

export const deleteVehicle = endpoint({
  method: "delete",
  path: "/vehicles/{vehicleId}",
  id: "deleteVehicle",
  tag: TAG,
  summary: "Take a vehicle out of use",
  description: "It is retired, not deleted: what was driven with it stays its own.",
  scope: "fleet:write",
  params,
  answers: { 200: { description: "Retired.", schema: vehicleSchema, hasVersion: true } },
  refusals: [404, 409],
  run: async ({ services, params: { vehicleId } }) => {
    const { vehicle } = await vehicleNamed(services, vehicleId);
    await retireVehicle(services, { id: vehicle.id });
    return answerWith(services, vehicle.id, 200);
  },
});

/** By our name for it, else by its client's. */
export function vehicleNamed(services: ServiceContext, name: string) {
  const id = undress("vehicle", name);
  return readVehicle(services, id ? { id } : { clientName: name });
}

async function answerWith(services: ServiceContext, id: string, status: 200 | 201) {
  const known = await readVehicle(services, { id });
  return { status, body: fromVehicle(known), version: known.vehicle.version };
}

/** A partner's id of a request; undefined: nothing is said of it. */
function partnerOf(name: string | null | undefined): string | null | undefined {
  return name ? idOf("partner", name) : name;
}

function isFree(available: "true" | "false" | undefined): boolean | undefined {
  return available === undefined ? undefined : available === "true";
}
