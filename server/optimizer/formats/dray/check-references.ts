import { asObject, objects, type RawFile, type RawObject, type ReportFault, strings } from "./raw-file";

/** Reports ids given twice, and names of things that are not in the file. */
export function checkReferences(file: RawFile, report: ReportFault): void {
  const profiles = idsOf("profiles", file.profiles, report);
  const visits = idsOf("visits", file.visits, report);
  const vehicles = idsOf("vehicles", file.vehicles, report);
  const places = idsOf("locations", file.locations, report);
  const expect = (path: string, id: unknown, known: ReadonlySet<string>, kind: string) => {
    if (typeof id !== "string" || known.has(id)) return;
    report(
      `unknown-${kind}`,
      path,
      `names "${id}", and there is no such ${kind}`,
      `name one of the file's ${kind}s, or add it`,
    );
  };
  for (const [i, visit] of file.visits.entries()) {
    const path = `visits[${i}]`;
    expect(`${path}.location`, visit.location, places, "location");
    expect(`${path}.dropoff`, visit.dropoff, visits, "visit");
    for (const [k, id] of strings(visit.vehicles).entries()) {
      expect(`${path}.vehicles[${k}]`, id, vehicles, "vehicle");
    }
  }
  for (const [i, vehicle] of file.vehicles.entries()) {
    const path = `vehicles[${i}]`;
    expect(`${path}.profile`, vehicle.profile, profiles, "profile");
    expect(`${path}.start`, vehicle.start, places, "location");
    expect(`${path}.end`, vehicle.end, places, "location");
    expect(`${path}.reload.location`, asObject(vehicle.reload).location, places, "location");
    for (const [at, id] of namedVisits(vehicle)) expect(`${path}.${at}`, id, visits, "visit");
  }
}

/** Every mention of a visit in a vehicle, by where it stands. */
function* namedVisits(vehicle: RawObject): Generator<readonly [string, unknown]> {
  for (const list of ["route", "frozenVisits"] as const) {
    for (const [i, id] of strings(vehicle[list]).entries()) yield [`${list}[${i}]`, id];
  }
  for (const [i, placed] of objects(vehicle.placedVisits).entries()) yield [`placedVisits[${i}].visit`, placed.visit];
}

function idsOf(list: string, items: readonly RawObject[], report: ReportFault): Set<string> {
  const ids = new Set<string>();
  for (const [i, { id }] of items.entries()) {
    if (typeof id !== "string") continue;
    if (ids.has(id)) {
      report("duplicate-id", `${list}[${i}].id`, `is "${id}" a second time`, "give each its own id");
    }
    ids.add(id);
  }
  return ids;
}
