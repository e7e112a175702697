import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import {
  FLEET_LIST_NAMES,
  type FleetList,
  type ListTerms,
  writeFleetList,
} from "@/server/domain/fleet-list/fleet-list";
import { writeCsv } from "@/server/domain/intake/write-csv";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { depotTerms, driverTerms, vehicleTerms } from "./fleet-lists";

/** A project's drivers, vehicles or depots as CSV that the fleet import takes back as it is. Noted in the log. */
export const exportFleet = command({
  permission: "fleet.read",
  input: z.object({ projectId: z.uuid(), list: z.enum(FLEET_LIST_NAMES) }),
  run: async ({ tx, actor: { organizationId } }, { projectId, list }) => {
    const project = found(await findProject(tx, organizationId, projectId), "project");
    const [headings, ...rows] = await LINES[list](tx, organizationId, project);
    const csv = writeCsv([headings!, ...rows]);
    const event = { type: "fleet.exported", entity: "project", entityId: projectId } as const;
    return changed({ fileName: `${list}.csv`, csv, rows: rows.length }, [
      { ...event, data: { list, rows: rows.length } },
    ]);
  },
});

const LINES: Readonly<Record<FleetList, (tx: Tx, organizationId: string, project: ProjectRow) => Promise<string[][]>>> =
  {
    drivers: async (...of) => written((await driverTerms(...of)).terms),
    vehicles: async (...of) => written((await vehicleTerms(...of)).terms),
    depots: async (...of) => written((await depotTerms(...of)).terms),
  };

function written<Row>({ list, columns, known, versions }: ListTerms<Row>): string[][] {
  return writeFleetList(
    list,
    columns,
    [...known].map(([id, line]) => ({ id, version: versions.get(id)!, line })),
  );
}
