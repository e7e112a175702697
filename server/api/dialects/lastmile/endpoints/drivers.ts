import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { letDriverIn } from "@/server/services/fleet/let-driver-in";
import { listDriverPage } from "@/server/services/fleet/list-driver-page";
import { readDriver } from "@/server/services/fleet/read-driver";
import { saveDriver } from "@/server/services/fleet/save-driver";
import { setDriverAvailability } from "@/server/services/fleet/set-driver-availability";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { listDeliveryRecords } from "@/server/services/order/list-delivery-records";
import { readDriverPosition } from "@/server/services/position/read-driver-position";
import { reportDriverPosition } from "@/server/services/position/report-driver-position";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { dress, idOf, undress } from "../ids";
import { said } from "../map/door";
import { fromDriver, toDriver } from "../map/driver";
import { fromDelivery } from "../map/from-delivery";
import { pageOf } from "../wire/common";
import { deliveryQuerySchema, deliverySchema } from "../wire/delivery";
import {
  type DriverPatch,
  driverPatchSchema,
  driverQuerySchema,
  driverRequestSchema,
  driverSchema,
  driverStatusRequestSchema,
  driverTokenRequestSchema,
  driverTokenSchema,
} from "../wire/driver";
import { vehicleNamed } from "./vehicles";

const TAG = "Drivers";
const params = z.object({ driverId: z.string().max(100) });

export const createDriver = endpoint({
  method: "post",
  path: "/drivers",
  id: "createDriver",
  tag: TAG,
  summary: "Add a driver",
  scope: "fleet:write",
  body: driverRequestSchema,
  answers: { 201: { description: "Added.", schema: driverSchema, hasVersion: true } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const home = await readHomeProject(services, {});
    const driver = toDriver(body, await lookedUp(services, body, home));
    const { id } = await saveDriver(services, { projectId: home.id, driver, clientName: body.external_driver_id });
    return answerWith(services, id, 201);
  },
});

export const getDriver = endpoint({
  method: "get",
  path: "/drivers/{driverId}",
  id: "getDriver",
  tag: TAG,
  summary: "A driver, active or not",
  scope: "fleet:read",
  params,
  answers: { 200: { description: "The driver.", schema: driverSchema, hasVersion: true } },
  refusals: [404],
  run: ({ services, params: { driverId } }) => answerWith(services, idOf("driver", driverId), 200),
});

export const listDrivers = endpoint({
  method: "get",
  path: "/drivers",
  id: "listDrivers",
  tag: TAG,
  summary: "Drivers that meet everything asked, newest first",
  scope: "fleet:read",
  query: driverQuerySchema,
  answers: { 200: { description: "A page.", schema: pageOf(driverSchema) } },
  refusals: [400],
  run: async ({ services, query: { partner_id, status, cursor, limit } }) => {
    const partnerId = partner_id === undefined ? undefined : undress("partner", partner_id);
    if (partner_id !== undefined && !partnerId) return { status: 200, body: { items: [], next_cursor: null } };
    const standing = status === "deactivated" ? "inactive" : status;
    const { rows, nextCursor } = await listDriverPage(services, { wanted: { partnerId, standing }, cursor, limit });
    return { status: 200, body: { items: rows.map(fromDriver), next_cursor: nextCursor } };
  },
});

export const patchDriver = endpoint({
  method: "patch",
  path: "/drivers/{driverId}",
  id: "patchDriver",
  tag: TAG,
  summary: "Change a driver",
  scope: "fleet:write",
  params,
  body: driverPatchSchema,
  answers: { 200: { description: "As he is now.", schema: driverSchema, hasVersion: true } },
  refusals: [400, 404, 409, 412, 413, 415, 422],
  run: async ({ services, params: { driverId }, body, expectedVersion }) => {
    const id = idOf("driver", driverId);
    await change(services, id, body, expectedVersion ?? body.version);
    return answerWith(services, id, 200);
  },
});

export const deactivateDriver = endpoint({
  method: "delete",
  path: "/drivers/{driverId}",
  id: "deactivateDriver",
  tag: TAG,
  summary: "Deactivate a driver",
  description: "He is not erased: what he delivered stays his. PATCH with `active` brings him back.",
  scope: "fleet:write",
  params,
  answers: { 200: { description: "Deactivated.", schema: driverSchema, hasVersion: true } },
  refusals: [404, 409, 412],
  run: async ({ services, params: { driverId }, expectedVersion }) => {
    const id = idOf("driver", driverId);
    await change(services, id, { active: false }, expectedVersion);
    return answerWith(services, id, 200);
  },
});

export const setDriverStatus = endpoint({
  method: "post",
  path: "/drivers/{driverId}/status",
  id: "setDriverStatus",
  tag: TAG,
  summary: "Say whether a driver is there, and where",
  scope: "fleet:write",
  params,
  body: driverStatusRequestSchema,
  answers: { 200: { description: "As he is now.", schema: driverSchema, hasVersion: true } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { driverId }, body: { status, location } }) => {
    const id = idOf("driver", driverId);
    const { routeId } = await setDriverAvailability(services, { id, availability: status });
    if (location) {
      const { lat, lon: lng, accuracy_meters: accuracyMeters, timestamp } = location;
      const recordedAt = timestamp ?? services.ports.clock.now().toISOString();
      await reportDriverPosition(services, { driverId: id, routeId, fix: { lat, lng, accuracyMeters, recordedAt } });
    }
    return answerWith(services, id, 200);
  },
});

export const listDriverWork = endpoint({
  method: "get",
  path: "/drivers/{driverId}/work",
  id: "listDriverWork",
  tag: TAG,
  summary: "What a driver has on his routes, and had",
  scope: "plans:read",
  params,
  query: deliveryQuerySchema.pick({ status: true, cursor: true, limit: true }),
  answers: { 200: { description: "A page.", schema: pageOf(deliverySchema) } },
  refusals: [400, 404],
  run: async ({ services, params: { driverId }, query: { status, cursor, limit } }) => {
    const id = idOf("driver", driverId);
    await readDriverPosition(services, { driverId: id });
    const wanted = { driverId: id, statuses: status };
    const { records, nextCursor } = await listDeliveryRecords(services, { wanted, cursor, limit });
    return { status: 200, body: { items: records.map(fromDelivery), next_cursor: nextCursor } };
  },
});

export const impersonateDriver = endpoint({
  method: "post",
  path: "/drivers/{driverId}/impersonate-token",
  id: "impersonateDriver",
  tag: TAG,
  summary: "A short-lived token for a driver's app",
  description:
    "Good for this driver's own work (driver-api, realtime, his proofs) and nothing else; the audit trail names who asked.",
  scope: "keys:manage",
  params,
  body: driverTokenRequestSchema.optional(),
  isShownOnce: true,
  answers: { 201: { description: "The token, this once.", schema: driverTokenSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ access, services, params: { driverId }, body }) => {
    const { grant, seconds } = await letDriverIn(services, {
      driverId: idOf("driver", driverId),
      seconds: body?.ttl_seconds,
    });
    const token = access.signDriverToken(grant);
    const answer = {
      token,
      token_type: "Bearer",
      expires_in: seconds,
      expires_at: said(grant.expiresAt),
      driver_id: dress("driver", grant.driverId),
    };
    return { status: 201, body: answer };
  },
});

async function change(services: ServiceContext, id: string, patch: DriverPatch, version: number | undefined) {
  const before = await readDriver(services, { id });
  const { projectId, version: seen } = before.driver;
  const driver = toDriver(patch, await lookedUp(services, patch, await readHomeProject(services, {})), before);
  // Written whole: it must be of the version it was read in.
  await saveDriver(services, { id, projectId, driver, version: version ?? seen });
}

async function lookedUp(
  services: ServiceContext,
  { partner_id, vehicle_id }: Pick<DriverPatch, "partner_id" | "vehicle_id">,
  { defaultCountry, defaultDepotId }: Awaited<ReturnType<typeof readHomeProject>>,
) {
  const vehicle = vehicle_id ? (await vehicleNamed(services, vehicle_id)).vehicle.id : vehicle_id;
  const partnerId = partner_id ? idOf("partner", partner_id) : partner_id;
  return { vehicleId: vehicle, partnerId, country: defaultCountry, depotId: defaultDepotId };
}

async function answerWith(services: ServiceContext, id: string, status: 200 | 201) {
  const known = await readDriver(services, { id });
  return { status, body: fromDriver(known), version: known.driver.version };
}
