import "server-only";
import { lockFleet } from "@/db/queries/fleet/lock-fleet";
import { insertDrivers, insertVehicles, updateDrivers, updateVehicles } from "@/db/queries/fleet/save-fleet";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { depotSchema } from "@/server/domain/depot/depot-schema";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type DepotLine, NEW_DEPOT } from "@/server/domain/fleet-list/depot-list";
import type { DriverLine } from "@/server/domain/fleet-list/driver-list";
import { type FleetList, type ListFile, type ReadLine, readFleetList } from "@/server/domain/fleet-list/fleet-list";
import type { VehicleLine } from "@/server/domain/fleet-list/vehicle-list";
import { sameJson } from "@/server/domain/order/merge-draft";
import { askForPlacing } from "../consignment/ask-for-placing";
import { addDepot, changeDepot } from "../depot/put-depot";
import type { CommandScope } from "../kernel/command";
import { changedColumns } from "./changed-columns";
import { depotOf, depotTerms, driverTerms, vehicleTerms } from "./fleet-lists";
import { driversWithinReach } from "./within-reach";

type Scope = CommandScope<unknown>;

/**
 * Takes in the file of one list: what its lines say otherwise is changed, lines without an id are added, lines at fault
 * are passed over and told.
 */
export async function importFleetList(scope: Scope, project: ProjectRow, list: FleetList, file: ListFile) {
  // What the versions are compared with stays as it is until this is saved.
  await lockFleet(scope.tx, scope.actor.organizationId, project.id, list);
  const { events, faults } = await TAKE[list](scope, project, file);
  const created = events.filter(({ type }) => type.endsWith(".created")).length;
  const updated = events.length - created;
  const lines = new Set(file.rows.map(({ rowNumber }) => rowNumber));
  const faulty = faults.filter(({ rowNumber }) => lines.has(rowNumber)).length;
  const counts = { created, updated, unchanged: file.rows.length - faulty - created - updated };
  return { events, faults, counts };
}

const TAKE = {
  drivers: async (scope: Scope, project: ProjectRow, file: ListFile) => {
    const { rows, terms } = await driverTerms(scope.tx, scope.actor.organizationId, project);
    const read = readFleetList(file, terms);
    const { lines, faults: beyond } = driversWithinReach(scope, project, read.lines);
    const faults = [...read.faults, ...beyond].toSorted((one, other) => one.rowNumber - other.rowNumber);
    const { events, inserts, updates } = sort(scope, project, "driver", rows, lines);
    await insertDrivers(scope.tx, inserts);
    await updateDrivers(scope.tx, scope.actor.organizationId, updates);
    await askForPlacing(
      scope,
      lines.map(({ line }) => line),
    );
    return { events, faults };
  },
  vehicles: async (scope: Scope, project: ProjectRow, file: ListFile) => {
    const { rows, terms } = await vehicleTerms(scope.tx, scope.actor.organizationId, project);
    const { lines, faults } = readFleetList(file, terms);
    const { events, inserts, updates } = sort(scope, project, "vehicle", rows, lines);
    await insertVehicles(scope.tx, inserts);
    await updateVehicles(scope.tx, scope.actor.organizationId, updates);
    return { events, faults };
  },
  depots: async (scope: Scope, project: ProjectRow, file: ListFile) => {
    const { rows, terms } = await depotTerms(scope.tx, scope.actor.organizationId, project);
    const { lines, faults } = readFleetList(file, terms);
    const events: DomainEvent[] = [];
    for (const { id, line } of lines) {
      const depot = depotSchema.parse(depotOf(id === null ? line : correctedDepot(line, terms.known.get(id))));
      const existing = rows.find((row) => row.id === id);
      const event = existing
        ? await changeDepot(scope, project, existing, depot)
        : (await addDepot(scope, project, depot)).event;
      if (event) events.push(event);
    }
    return { events, faults };
  },
} as const;

type Existing = { readonly id: string; readonly version: number };

/** Where a corrected address is, is found anew: the position beside it in the file is the old one's, unless it says another. */
function correctedDepot(line: DepotLine, before: DepotLine | undefined): DepotLine {
  const isMoved = before && !sameJson(line.address, before.address) && sameJson(line.position, before.position);
  return isMoved ? { ...line, position: NEW_DEPOT.position } : line;
}

/** What of the lines is new and what only changed, as rows, with what happened. */
function sort<Line extends DriverLine | VehicleLine>(
  { actor, now, newId }: Scope,
  project: ProjectRow,
  entity: "driver" | "vehicle",
  rows: readonly Existing[],
  lines: readonly ReadLine<Line>[],
) {
  const { organizationId } = actor;
  const projectId = project.id;
  const known = new Map(rows.map((row) => [row.id, row]));
  const events: DomainEvent[] = [];
  const inserts: (Line & {
    organizationId: string;
    id: string;
    projectId: string;
    createdAt: Date;
    updatedAt: Date;
  })[] = [];
  const updates: (Line & { id: string; version: number; updatedAt: Date })[] = [];
  for (const { id: knownId, line } of lines) {
    const existing = knownId === null ? undefined : known.get(knownId);
    if (!existing) {
      const id = newId();
      inserts.push({ ...line, organizationId, id, projectId, createdAt: now, updatedAt: now });
      events.push({ type: `${entity}.created`, entity, entityId: id, after: { projectId, ...line } });
      continue;
    }
    const { id, version } = existing;
    const change = changedColumns(existing as Existing & Record<string, unknown>, line as Record<string, unknown>);
    if (!change) continue;
    updates.push({ ...line, id, version: version + 1, updatedAt: now });
    events.push({ type: `${entity}.changed`, entity, entityId: id, ...change });
  }
  return { events, inserts, updates };
}
