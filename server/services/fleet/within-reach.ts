import "server-only";
import { listDepots } from "@/db/queries/depot/find-depots";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { matchDepots } from "@/server/domain/depot/match-depots";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import type { CommandScope } from "../kernel/command";
import type { FaultyRow, ReadFleet } from "./read-fleet";

type Scope = Pick<CommandScope<unknown>, "tx" | "actor">;

/** Of what a limited member does not work for: the line as a whole. */
export function beyondReach(rowNumber: number, message: string, value = ""): FaultyRow {
  const error: RowIssue = { field: "", column: "", code: "out_of_reach", message, value };
  return { rowNumber, errors: [error] };
}

const OTHERS_NUMBER = "This number is of a driver or vehicle of a project or depot that you do not work for.";
const OTHERS_DEPOT = "Its depot is none of those you work for, so that you would not see the driver any more.";

/**
 * A fleet file without the lines that lead out of the actor's reach: those whose number somebody has whom he does not see
 * (`hidden`), and those whose driver would be of a depot he is not let in to, or of one there is not yet.
 */
export async function keepWithinReach(
  { tx, actor }: Scope,
  project: ProjectRow,
  fleet: ReadFleet,
  hidden: ReadonlySet<string>,
): Promise<ReadFleet> {
  const { reach } = actor;
  if (!reach) return fleet;
  const known = (await listDepots(tx, actor.organizationId, project.id)).map(({ id, name, lat, lng }) => ({
    id,
    name,
    position: lat === null || lng === null ? null : { lat, lng },
  }));
  const wanted = fleet.entries.map(({ depot }) => depot);
  const { matches } = matchDepots(wanted, known);
  const isOpen = (match: (typeof matches)[number]) => {
    if (!reach.depotIds) return true;
    const id = match === null ? (project.defaultDepotId ?? known[0]?.id) : "id" in match ? match.id : undefined;
    return id !== undefined && reach.depotIds.includes(id);
  };
  const refused = fleet.entries.flatMap(({ rowNumber, externalId, depot }, index) => {
    if (hidden.has(externalId)) return [beyondReach(rowNumber, OTHERS_NUMBER, externalId)];
    return isOpen(matches[index]!) ? [] : [beyondReach(rowNumber, OTHERS_DEPOT, depot.name)];
  });
  const rows = new Set(refused.map(({ rowNumber }) => rowNumber));
  return {
    ...fleet,
    entries: fleet.entries.filter(({ rowNumber }) => !rows.has(rowNumber)),
    faults: [...fleet.faults, ...refused].toSorted((one, other) => one.rowNumber - other.rowNumber),
  };
}

/** The same of a list of drivers, whose lines say which depot is theirs; null: the project's. */
export function driversWithinReach<
  Read extends { readonly rowNumber: number; readonly line: { depotId: string | null } },
>(
  { actor }: Pick<Scope, "actor">,
  project: Pick<ProjectRow, "defaultDepotId">,
  lines: readonly Read[],
): { readonly lines: readonly Read[]; readonly faults: readonly FaultyRow[] } {
  const depotIds = actor.reach?.depotIds;
  if (!depotIds) return { lines, faults: [] };
  const isOpen = ({ line: { depotId } }: Read) => depotIds.includes(depotId ?? project.defaultDepotId ?? "");
  return {
    lines: lines.filter(isOpen),
    faults: lines.filter((line) => !isOpen(line)).map(({ rowNumber }) => beyondReach(rowNumber, OTHERS_DEPOT)),
  };
}
