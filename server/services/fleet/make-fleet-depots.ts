import "server-only";
import { listDepots } from "@/db/queries/depot/find-depots";
import { insertDepots } from "@/db/queries/fleet/save-fleet";
import { findNearestDoors } from "@/db/queries/location/nearest-doors";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { updateProject } from "@/db/queries/project/save-project";
import { matchDepots } from "@/server/domain/depot/match-depots";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { FleetEntry } from "@/server/domain/intake/validate-fleet-row";
import type { CommandScope } from "../kernel/command";
import { makeLocations } from "../location/make-locations";

/**
 * The depot of each entry, made where there is none within 50 m. A nameless one is called after the nearest door in the
 * address book. The project's first depot becomes its default.
 */
export async function makeFleetDepots(
  scope: CommandScope<unknown>,
  project: ProjectRow,
  entries: readonly FleetEntry[],
): Promise<{ depotIds: (string | null)[]; events: DomainEvent[] }> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const known = (await listDepots(tx, organizationId, project.id)).map(({ id, name, lat, lng }) => ({
    id,
    name,
    position: lat === null || lng === null ? null : { lat, lng },
  }));
  const { matches, made } = matchDepots(
    entries.map(({ depot }) => depot),
    known,
  );
  const doors = await findNearestDoors(
    tx,
    organizationId,
    made.map(({ position }) => position),
  );
  const names = new Set(known.map(({ name }) => name));
  const named = made.map((depot, index) => {
    const name = freeName(depot.name || streetName(doors[index]?.street), names, known.length + index + 1);
    names.add(name);
    const nowhere = { street: name, postcode: "", city: "", country: project.defaultCountry };
    return { ...depot, name, address: doors[index] ?? nowhere };
  });
  const locationIds = await makeLocations(scope, named);
  const rows = named.map(({ name }, index) => ({
    organizationId,
    id: scope.newId(),
    projectId: project.id,
    name,
    locationId: locationIds[index]!,
    serviceSeconds: 0,
    createdAt: now,
    updatedAt: now,
  }));
  await insertDepots(tx, rows);
  const firstId = known[0]?.id ?? rows[0]?.id;
  if (project.defaultDepotId === null && firstId !== undefined) {
    await updateProject(tx, organizationId, project.id, { defaultDepotId: firstId, updatedAt: now });
  }
  const depotIds = matches.map((match) => {
    if (match === null) return project.defaultDepotId ?? firstId ?? null;
    return "id" in match ? match.id : rows[match.newIndex]!.id;
  });
  const events = rows.map(
    ({ id, name }, index): DomainEvent => ({
      type: "depot.created",
      entity: "depot",
      entityId: id,
      after: { projectId: project.id, name, position: named[index]!.position },
    }),
  );
  return { depotIds, events };
}

/** "Artillerivej 90" → "Artillerivej". */
function streetName(street: string | undefined): string {
  return street?.replace(/\s+\d+\S*$/, "") ?? "";
}

function freeName(wanted: string, taken: ReadonlySet<string>, number: number): string {
  if (wanted === "") return freeName(`Depot ${number}`, taken, number + 1);
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count++) if (!taken.has(`${wanted} ${count}`)) return `${wanted} ${count}`;
}
