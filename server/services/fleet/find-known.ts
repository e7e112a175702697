import "server-only";
import type { Tx } from "@/db/client";
import { findDrivers, findRefs, findVehicles, listDrivers, listVehicles } from "@/db/queries/fleet/find-fleet";
import type { CommandScope } from "../kernel/command";

/** Under which a fleet file's numbers are remembered. */
export const FLEET_NUMBERS = "fleet-file";

type Scope = Pick<CommandScope<unknown>, "tx" | "actor">;
type Numbered = { readonly externalId: string };

/** What is here already of a fleet file's entries, by their numbers, held; `hidden`: numbers of what the actor does not see. */
export async function findKnownFleet(scope: Scope, entries: readonly Numbered[]) {
  const vehicle = await findKnown(scope, "vehicle", findVehicles, entries);
  const driver = await findKnown(scope, "driver", findDrivers, entries);
  return {
    known: { vehicle: vehicle.rows, driver: driver.rows },
    hidden: new Set([...vehicle.hidden, ...driver.hidden]),
  };
}

/** The same of one project's own, to be looked at alone: nothing is held. */
export async function readKnownFleet(scope: Scope, projectId: string, entries: readonly Numbered[]) {
  const { rows: vehicle } = await findKnown(scope, "vehicle", (tx, id) => listVehicles(tx, id, projectId), entries);
  const { rows: driver } = await findKnown(scope, "driver", (tx, id) => listDrivers(tx, id, projectId), entries);
  return { vehicle, driver };
}

async function findKnown<Row extends { readonly id: string; readonly version: number }>(
  { tx, actor: { organizationId } }: Scope,
  entity: "driver" | "vehicle",
  find: (tx: Tx, organizationId: string, ids: readonly string[]) => Promise<readonly Row[]>,
  entries: readonly Numbered[],
): Promise<{ readonly rows: ReadonlyMap<string, Row>; readonly hidden: readonly string[] }> {
  const numbers = entries.map(({ externalId }) => externalId);
  const refs = await findRefs(tx, organizationId, entity, FLEET_NUMBERS, numbers);
  const byId = new Map((await find(tx, organizationId, [...refs.values()])).map((row) => [row.id, row]));
  const rows = new Map(
    [...refs].flatMap(([number, id]) => {
      const row = byId.get(id);
      return row ? [[number, row] as const] : [];
    }),
  );
  return { rows, hidden: [...refs.keys()].filter((number) => !rows.has(number)) };
}
