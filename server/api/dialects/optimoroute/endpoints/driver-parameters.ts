import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { type DriverMatch, resolveDrivers } from "@/server/services/fleet/resolve-drivers";
import { resolveVehicles, type VehicleMatch } from "@/server/services/fleet/resolve-vehicles";
import { setDriverDay } from "@/server/services/fleet/set-driver-day";
import { setUsualPlaces } from "@/server/services/fleet/set-usual-places";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { capacityOf, driverFault, ownPlace, placeOf, secondsOf, termsOf } from "../map/driver-parameters";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import {
  type DayParameters,
  type DriverParameters,
  dayParametersSchema,
  driverParametersAnswerSchema,
  driverParametersSchema,
  updatesAnswerSchema,
  updatesRequestSchema,
} from "../wire/drivers";
import { answerUpdates, refusedUpdate, type Verdict } from "./answer-updates";

/** One driver's day, and from where to where he drives from now on. */
export const updateDriverParameters = endpoint({
  method: "post",
  path: "/update_driver_parameters",
  id: "updateDriverParameters",
  tag: "Drivers",
  summary: "Change a driver's day, and where he starts and ends from now on",
  description: "What is planned for him on that day is unscheduled.",
  scope: "plans:write",
  takesAnyMediaType: true,
  body: driverParametersSchema,
  answers: said(driverParametersAnswerSchema, "Changed, or why not."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body }) => {
    const verdict = await updateOne(services, body).catch(refusedUpdate);
    return { status: 200, body: verdict ?? { success: true } };
  },
});

async function updateOne(services: ServiceContext, sent: DriverParameters): Promise<Verdict> {
  const [match] = await resolveDrivers(services, { names: [{ externalId: sent.externalId }] });
  const driver = oneDriver(match!);
  if ("code" in driver) return driver;
  const vehicle = await vehicleNamed(services, driver.projectId, sent.assignedVehicle);
  if ("code" in vehicle) return vehicle;
  const start = ownPlace(sent.startLatitude, sent.startLongitude, sent.startAddress);
  const end = ownPlace(sent.endLatitude, sent.endLongitude, sent.endAddress);
  const places = { ...(start && { start }), ...(end && { end }) };
  if (start || end) await setUsualPlaces(services, { driverId: driver.id, ...places });
  await setDriverDay(services, {
    driverId: driver.id,
    date: sent.date,
    works: sent.enabled,
    shiftFromSeconds: secondsOf(sent.workTimeFrom),
    shiftToSeconds: secondsOf(sent.workTimeTo),
    capacity: capacityOf(sent),
    ...vehicle,
  });
  return undefined;
}

/** Many drivers' days; each update fails for itself. */
export const updateDriversParameters = endpoint({
  method: "post",
  path: "/update_drivers_parameters",
  id: "updateDriversParameters",
  tag: "Drivers",
  summary: "Change many drivers' days",
  description: "What is planned for them on those days is unscheduled. Places hold for the day alone.",
  scope: "plans:write",
  takesAnyMediaType: true,
  body: updatesRequestSchema,
  answers: said(updatesAnswerSchema, "What became of each update."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body: { updates } }) =>
    answerUpdates(updates, dayParametersSchema, async (parsed) => {
      const matches = await resolveDrivers(services, { names: parsed.map(({ driver }) => driver) });
      const verdicts: Verdict[] = [];
      // One after the other: two updates of one day are made in the order in which they were sent.
      for (const [index, update] of parsed.entries()) {
        verdicts.push(await updateDay(services, update, matches[index]!).catch(refusedUpdate));
      }
      return verdicts;
    }),
});

async function updateDay(services: ServiceContext, sent: DayParameters, match: DriverMatch): Promise<Verdict> {
  const driver = oneDriver(match);
  if ("code" in driver) return driver;
  const vehicle = await vehicleNamed(services, driver.projectId, sent.assignedVehicle);
  if ("code" in vehicle) return vehicle;
  const start = sent.startLocation && placeOf(sent.startLocation);
  const end = sent.endLocation && placeOf(sent.endLocation);
  if ((sent.startLocation && !start) || (sent.endLocation && !end)) return driverFault("ERR_LOC_NOT_VALID");
  const places = { ...(start && { start }), ...(end && { end }) };
  await setDriverDay(services, { driverId: driver.id, ...termsOf(sent), ...vehicle, ...places });
  return undefined;
}

function oneDriver(match: DriverMatch) {
  if (match.kind === "one") return match.driver;
  return driverFault(match.kind === "many" ? "ERR_MULTIPLE_DRV" : "ERR_DRIVER_NOT_FOUND");
}

const VEHICLE_FAULTS = { none: "ERR_VEH_NOT_FOUND", many: "ERR_MULTIPLE_VEH" } as const;

async function vehicleNamed(services: ServiceContext, projectId: string, name: DayParameters["assignedVehicle"]) {
  if (name === undefined) return {};
  const names = [typeof name === "string" ? { externalId: name } : name];
  const [match] = (await resolveVehicles(services, { projectId, names })) as readonly [VehicleMatch];
  return match.kind === "one" ? { vehicleId: match.vehicleId } : driverFault(VEHICLE_FAULTS[match.kind]);
}
