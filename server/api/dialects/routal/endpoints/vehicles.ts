import "server-only";
import { z } from "zod";
import { type Endpoint, endpoint } from "@/server/api/kernel/endpoint";
import { addDrivenVehicles } from "@/server/services/fleet/add-driven-vehicles";
import { listDrivenVehicles, readDrivenVehicles } from "@/server/services/fleet/list-driven-vehicles";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { idOf } from "../ids";
import { fromVehicle, toCrew } from "../map/vehicle";
import { flagField, idField, pageOf, pageQuery, pageSchema, pathId } from "../wire/common";
import { vehicleSchema, vehiclesRequestSchema } from "../wire/vehicle";

const TAG = "Vehicle";

export const listVehicles = endpoint({
  method: "get",
  path: "/v2/vehicles",
  id: "listVehicles",
  tag: TAG,
  summary: "A project's vehicles, each with its driver, a page at a time",
  scope: "fleet:read",
  query: z.object({ ...pageQuery, project_id: idField.optional(), enabled: flagField.optional() }),
  answers: { 200: { description: "The page.", schema: pageSchema(vehicleSchema) } },
  refusals: [400, 404],
  run: async ({ services, query: { offset, limit, project_id, enabled } }) => {
    const { total, rows } = await listDrivenVehicles(services, {
      ...(project_id !== undefined && { projectId: idOf("project", project_id) }),
      ...(enabled !== undefined && { isActive: enabled }),
      offset,
      limit,
    });
    const docs = rows.map((row) => fromVehicle(row, services.actor.organizationId));
    return { status: 200, body: pageOf(docs, total, { offset, limit }) };
  },
});

export const getVehicle = endpoint({
  method: "get",
  path: "/v2/vehicle/{vehicle_id}",
  id: "getVehicle",
  tag: TAG,
  summary: "A vehicle with its driver",
  scope: "fleet:read",
  params: z.object({ vehicle_id: pathId }),
  answers: { 200: { description: "The vehicle.", schema: vehicleSchema } },
  refusals: [404],
  run: async ({ services, params: { vehicle_id } }) => {
    const [row] = await readDrivenVehicles(services, { driverIds: [idOf("vehicle", vehicle_id)] });
    return { status: 200, body: fromVehicle(row!, services.actor.organizationId) };
  },
});

/** The same under both versions of the path: the later one's fields are the earlier one's, and more. */
function creation(version: "v2" | "v3"): Endpoint {
  return endpoint({
    method: "post",
    path: `/${version}/vehicles`,
    id: `createVehicles${version.toUpperCase()}`,
    tag: TAG,
    summary: "Make vehicles, each with its driver, all or none; one whose external_id is known stays as it is",
    scope: "fleet:write",
    query: z.object({ project_id: idField.optional() }),
    body: vehiclesRequestSchema,
    answers: { 200: { description: "The vehicles, in the order sent.", schema: z.array(vehicleSchema) } },
    refusals: [400, 404, 409, 413, 415],
    run: async ({ services, query: { project_id }, body }) => {
      const projectId =
        project_id === undefined ? (await readHomeProject(services, {})).id : idOf("project", project_id);
      const crews = (Array.isArray(body) ? body : [body]).map(toCrew);
      const driverIds = await addDrivenVehicles(services, { projectId, crews });
      const rows = await readDrivenVehicles(services, { driverIds });
      return { status: 200, body: rows.map((row) => fromVehicle(row, services.actor.organizationId)) };
    },
  });
}

export const createVehicles = creation("v2");
export const createVehiclesV3 = creation("v3");
