import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type DepotRow, listDepots } from "@/db/queries/depot/find-depots";
import { listDrivers, listVehicles, type VehicleRow } from "@/db/queries/fleet/find-fleet";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { depotSchema } from "@/server/domain/depot/depot-schema";
import { driverSchema } from "@/server/domain/driver/driver-schema";
import { DEPOT_COLUMNS, type DepotLine, NEW_DEPOT } from "@/server/domain/fleet-list/depot-list";
import { type DriverLine, driverColumns, NEW_DRIVER } from "@/server/domain/fleet-list/driver-list";
import type { ListTerms } from "@/server/domain/fleet-list/fleet-list";
import { NEW_VEHICLE, type VehicleLine, vehicleColumns } from "@/server/domain/fleet-list/vehicle-list";
import { vehicleSchema } from "@/server/domain/vehicle/vehicle-schema";

type DriverListRow = Awaited<ReturnType<typeof listDrivers>>[number];

/** A project's drivers as their list has them, and what its file is read by. */
export async function driverTerms(tx: Tx, organizationId: string, project: ProjectRow) {
  const rows = await listDrivers(tx, organizationId, project.id);
  const vehicles = (await listVehicles(tx, organizationId, project.id)).map(({ id, label }) => ({ id, name: label }));
  const depots = await listDepots(tx, organizationId, project.id);
  const definitions = project.driverFieldDefinitions;
  const columns = driverColumns({ country: project.defaultCountry, vehicles, depots, definitions });
  const there = linesOf(rows, driverLine);
  const terms: ListTerms<DriverLine> = { list: "drivers", columns, blank: NEW_DRIVER, schema: driverSchema, ...there };
  return { rows, terms };
}

/** A project's vehicles as their list has them, and what its file is read by. */
export async function vehicleTerms(tx: Tx, organizationId: string, project: ProjectRow) {
  const rows = await listVehicles(tx, organizationId, project.id);
  const columns = vehicleColumns(project.loadDimensions, project.vehicleFieldDefinitions);
  const there = linesOf(rows, vehicleLine);
  const terms: ListTerms<VehicleLine> = {
    list: "vehicles",
    columns,
    blank: NEW_VEHICLE,
    schema: vehicleSchema,
    ...there,
  };
  return { rows, terms };
}

/** A project's depots as their list has them, and what its file is read by. */
export async function depotTerms(tx: Tx, organizationId: string, project: ProjectRow) {
  const rows = await listDepots(tx, organizationId, project.id);
  const there = linesOf(rows, depotLine);
  const terms: ListTerms<DepotLine> = { list: "depots", columns: DEPOT_COLUMNS, blank: NEW_DEPOT, schema, ...there };
  return { rows, terms };
}

/** A depot's line as a form gives it: no position where there is none. */
export const depotOf = ({ position: { lat, lng }, ...line }: DepotLine) => ({
  ...line,
  ...((lat !== null || lng !== null) && { position: { lat, lng } }),
});

const schema = z.preprocess((line) => depotOf(line as DepotLine), depotSchema);

function linesOf<Row extends { readonly id: string; readonly version: number }, Line>(
  rows: readonly Row[],
  lineOf: (row: Row) => Line,
) {
  return {
    known: new Map(rows.map((row) => [row.id, lineOf(row)])),
    versions: new Map(rows.map(({ id, version }) => [id, version])),
  };
}

function driverLine(row: DriverListRow): DriverLine {
  return pick(row, NEW_DRIVER);
}

function vehicleLine(row: VehicleRow): VehicleLine {
  return pick(row as VehicleRow & VehicleLine, NEW_VEHICLE);
}

function depotLine({ name, street, postcode, city, country, lat, lng, serviceSeconds }: DepotRow): DepotLine {
  return { name, address: { street, postcode, city, country }, position: { lat, lng }, serviceSeconds };
}

/** What of a row its list knows. */
function pick<Line extends object>(row: Line, blank: Line): Line {
  return Object.fromEntries(Object.keys(blank).map((key) => [key, row[key as keyof Line]])) as Line;
}
