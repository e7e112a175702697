import "server-only";
import { z } from "zod";
import { selectPartnerFleet } from "@/db/queries/partner/desk-assignments";
import { findHomeProject } from "@/db/queries/project/find-project";
import { driverSchema } from "@/server/domain/driver/driver-schema";
import { vehicleSchema } from "@/server/domain/vehicle/vehicle-schema";
import { readDriver } from "../fleet/read-driver";
import { readVehicle } from "../fleet/read-vehicle";
import { saveDriver } from "../fleet/save-driver";
import { saveVehicle } from "../fleet/save-vehicle";
import { parseInput } from "../kernel/parse-input";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found, noSuch } from "../kernel/service-error";
import { asPartnerDesk, deskPartner, deskPartnerId } from "./own-desk";

const DAY_SHIFT = { shiftFromSeconds: 8 * 3600, shiftToSeconds: 18 * 3600 };
const NO_LIMIT = 2_000_000_000;

/** The acting person's partner's drivers and vehicles. */
export const listOwnFleet = query({
  permission: "partner.own",
  input: z.object({}),
  run: async ({ tx, actor }) => selectPartnerFleet(tx, actor.organizationId, (await deskPartner(tx, actor)).id),
});

const editSchema = z.object({ id: z.uuid().optional(), version: z.int().positive().optional() });
const { name, email, phone, vehicleId } = driverSchema.shape;
export const ownDriverSchema = editSchema.extend({
  driver: z.object({ name, email, phone, vehicleId, status: z.enum(["active", "inactive"]).default("active") }),
});
const { label, registration, profile } = vehicleSchema.shape;
export const ownVehicleSchema = editSchema.extend({ vehicle: z.object({ label, registration, profile }) });

/**
 * Adds a driver of the partner's, to the organization's first project as its program's would be, or changes one. What is
 * not the partner's is not there. The desk decides on shifts, skills and costs: they stay as they are.
 */
export async function saveOwnDriver(services: ServiceContext, raw: z.input<typeof ownDriverSchema>) {
  const partnerId = deskPartnerId(services.actor);
  const { id, version, driver } = parseInput(ownDriverSchema, raw);
  const trusted = asPartnerDesk(services, "fleet.read", "fleet.write");
  if (driver.vehicleId) await ownVehicle(trusted, driver.vehicleId);
  if (id === undefined) {
    const home = await homeOf(services, {});
    const added = { ...DAY_SHIFT, depotId: home.depotId, ...driver, partnerId };
    return saveDriver(trusted, { projectId: home.projectId, driver: added });
  }
  const { driver: before } = await readDriver(trusted, { id });
  if (before.partnerId !== partnerId || before.status === "archived") throw noSuch("driver");
  return saveDriver(trusted, {
    id,
    version,
    projectId: before.projectId,
    driver: { ...driverSchema.parse(before), ...driver, partnerId },
  });
}

/** Adds a vehicle of the partner's, or changes one; like its drivers. */
export async function saveOwnVehicle(services: ServiceContext, raw: z.input<typeof ownVehicleSchema>) {
  const partnerId = deskPartnerId(services.actor);
  const { id, version, vehicle } = parseInput(ownVehicleSchema, raw);
  const trusted = asPartnerDesk(services, "fleet.read", "fleet.write");
  if (id === undefined) {
    const { projectId } = await homeOf(services, {});
    const capacity: [number, number, number, number] = [NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT];
    return saveVehicle(trusted, { projectId, vehicle: { ...vehicle, capacity, partnerId } });
  }
  const before = await ownVehicle(trusted, id);
  return saveVehicle(trusted, {
    id,
    version,
    projectId: before.projectId,
    vehicle: { ...vehicleSchema.parse(before), ...vehicle, partnerId },
  });
}

async function ownVehicle(trusted: ServiceContext, id: string) {
  const { vehicle } = await readVehicle(trusted, { id });
  if (vehicle.partnerId !== trusted.actor.partnerId || vehicle.status === "retired") throw noSuch("vehicle");
  return vehicle;
}

const homeOf = query({
  permission: "partner.own",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    await deskPartner(tx, actor);
    const { id, defaultDepotId } = found(await findHomeProject(tx, actor.organizationId), "project");
    return { projectId: id, depotId: defaultDepotId };
  },
});
