import "server-only";
import { z } from "zod";
import type { VehicleRow } from "@/db/queries/fleet/find-fleet";
import {
  insertDrivers,
  insertRefs,
  insertVehicles,
  updateDrivers,
  updateVehicles,
} from "@/db/queries/fleet/save-fleet";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import type { CustomFieldValues } from "@/server/domain/custom-field/custom-fields";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type FleetList, fleetListOf, type ListFile } from "@/server/domain/fleet-list/fleet-list";
import { askForPlacing } from "../consignment/ask-for-placing";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { readUpload } from "../kernel/read-upload";
import { found } from "../kernel/service-error";
import { uploadedBytes } from "../kernel/uploaded-bytes";
import { changedColumns } from "./changed-columns";
import { FLEET_NUMBERS, findKnownFleet } from "./find-known";
import { importFleetList } from "./import-fleet-list";
import { judgeEntries, ownValuesAfter } from "./judge-entries";
import { makeFleetDepots } from "./make-fleet-depots";
import { type ReadEntry, readFleet } from "./read-fleet";
import { keepWithinReach } from "./within-reach";

interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Takes a fleet file in: per line a driver with the usual vehicle, depot and shift. A line's number stands for the same
 * driver and vehicle the next time, so the same file again changes nothing. A file of one list alone, as it is exported,
 * is known by the heading of its ids and taken in by them. Lines at fault are passed over and told, those that leave out
 * what the project asks of its own as well.
 */
export const importFleet = command({
  permission: "fleet.write",
  input: z.object({
    projectId: z.uuid(),
    fileName: z.string().trim().max(255).default(""),
    bytes: uploadedBytes,
  }),
  prepare: async ({ actor, ports, read }, { projectId, bytes }) => {
    const project = found(await read((tx) => findProject(tx, actor.organizationId, projectId)), "project");
    const file = await readUpload(ports.files, bytes);
    const list = fleetListOf(file.headers);
    return { project, fleet: list ? { list, file } : readFleet(file, project) };
  },
  run: async (scope, { fileName }) => {
    const { project, fleet } = scope.prepared;
    if ("list" in fleet) return takeList(scope, project, fleet, fileName);
    const { known, hidden } = await findKnownFleet(scope, fleet.entries);
    const reached = await keepWithinReach(scope, project, fleet, hidden);
    const { entries, faults } = judgeEntries(project, reached, known);
    const depots = await makeFleetDepots(scope, project, entries);
    const vehicles = await saveAll(scope, "vehicle", known.vehicle, entries, (entry) =>
      vehicleColumns(project.id, entry, known.vehicle.get(entry.externalId)),
    );
    const drivers = await saveAll(scope, "driver", known.driver, entries, (entry, index) =>
      driverColumns(project.id, entry, known.driver.get(entry.externalId), {
        vehicleId: vehicles.ids[index]!,
        depotId: depots.depotIds[index]!,
      }),
    );
    const events = [...depots.events, ...vehicles.events, ...drivers.events];
    const counts = { depots: depots.events.length, vehicles: vehicles.counts, drivers: drivers.counts };
    const result = { ...counts, depotsChanged: 0, faultCount: faults.length, faults: faults.slice(0, 100) };
    if (events.length === 0) return unchanged(result);
    await askForPlacing(
      scope,
      entries.map(({ driver: { email } }) => ({ email })),
    );
    const data = { fileName, ...counts };
    const imported = { type: "fleet.imported", entity: "project", entityId: project.id, data } as const;
    return changed(result, [...events, imported]);
  },
});

const NONE: Counts = { created: 0, updated: 0, unchanged: 0 };

/** The file of one list alone, as its own export writes it. */
async function takeList(
  scope: CommandScope<unknown>,
  project: ProjectRow,
  { list, file }: { list: FleetList; file: ListFile },
  fileName: string,
) {
  const { events, faults, counts } = await importFleetList(scope, project, list, file);
  const result = {
    depots: list === "depots" ? counts.created : 0,
    depotsChanged: list === "depots" ? counts.updated : 0,
    vehicles: list === "vehicles" ? counts : NONE,
    drivers: list === "drivers" ? counts : NONE,
    faultCount: faults.length,
    faults: faults.slice(0, 100),
  };
  if (events.length === 0) return unchanged(result);
  const data = { fileName, list, ...counts };
  return changed(result, [...events, { type: "fleet.imported", entity: "project", entityId: project.id, data }]);
}

const TABLES = {
  vehicle: { insert: insertVehicles, update: updateVehicles },
  driver: { insert: insertDrivers, update: updateDrivers },
} as const;

/** Saves one row per entry, a known one or a new one; returns the rows' ids in order. */
async function saveAll(
  { tx, actor, now, newId }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId">,
  entity: "driver" | "vehicle",
  known: ReadonlyMap<string, { readonly id: string; readonly version: number }>,
  entries: readonly ReadEntry[],
  toColumns: (entry: ReadEntry, index: number) => Record<string, unknown>,
) {
  const { organizationId } = actor;
  const table = TABLES[entity];
  const events: DomainEvent[] = [];
  const inserts: Record<string, unknown>[] = [];
  const updates: (Record<string, unknown> & { id: string })[] = [];
  const newRefs: { entityId: string; value: string }[] = [];
  const ids = entries.map((entry, index) => {
    const columns = toColumns(entry, index);
    const existing = known.get(entry.externalId);
    if (!existing) {
      const id = newId();
      inserts.push({ organizationId, id, ...columns, createdAt: now, updatedAt: now });
      newRefs.push({ entityId: id, value: entry.externalId });
      events.push({ type: `${entity}.created`, entity, entityId: id, after: columns });
      return id;
    }
    const change = changedColumns(existing, columns);
    if (change) {
      updates.push({ id: existing.id, ...columns, version: existing.version + 1, updatedAt: now });
      events.push({ type: `${entity}.changed`, entity, entityId: existing.id, ...change });
    }
    return existing.id;
  });
  await table.insert(tx, inserts as never);
  await table.update(tx, organizationId, updates);
  const refRows = newRefs.map((ref) => ({
    organizationId,
    id: newId(),
    entity,
    namespace: FLEET_NUMBERS,
    ...ref,
    createdAt: now,
  }));
  await insertRefs(tx, refRows);
  const counts = {
    created: inserts.length,
    updated: updates.length,
    unchanged: entries.length - inserts.length - updates.length,
  };
  return { ids, events, counts };
}

function vehicleColumns(projectId: string, entry: ReadEntry, existing: VehicleRow | undefined) {
  const { externalId, costPerKmCents, fixedCostCents } = entry;
  const { registration, type, capacity, hasFourthLoad, features, maxStops, emissionGramsPerKm } = entry.vehicle;
  const fourth = hasFourthLoad ? capacity[3] : (existing?.capacity[3] ?? capacity[3]);
  return {
    projectId,
    label: externalId,
    externalId,
    registration,
    profile: type,
    capacity: capacity.with(3, fourth),
    features: [...features],
    maxStops: maxStops ?? null,
    fixedCostCents,
    costPerKmCents,
    ...(emissionGramsPerKm !== undefined && { emissionGramsPerKm }),
    ...(entry.vehicle.customFields && { customFields: ownValuesAfter(entry, "vehicle", existing?.customFields) }),
  };
}

function driverColumns(
  projectId: string,
  entry: ReadEntry,
  existing: { readonly customFields: CustomFieldValues } | undefined,
  { vehicleId, depotId }: { readonly vehicleId: string; readonly depotId: string | null },
) {
  const { name, email, phone, skills } = entry.driver;
  return {
    projectId,
    name,
    externalId: entry.externalId,
    serial: entry.externalId,
    email,
    phone,
    skills: [...skills],
    status: "active" as const,
    shiftFromSeconds: entry.shift.fromSeconds,
    shiftToSeconds: entry.shift.toSeconds,
    ...(entry.breaks && { breaks: entry.breaks }),
    vehicleId,
    depotId,
    costPerHourCents: entry.costPerHourCents,
    ...(entry.driver.customFields && { customFields: ownValuesAfter(entry, "driver", existing?.customFields) }),
  };
}
