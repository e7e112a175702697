import "server-only";
import { z } from "zod";
import { findProject } from "@/db/queries/project/find-project";
import { listProjectPapers } from "@/db/queries/proof/uploads";
import { type Paper, papersToRenew, type StandingPaper } from "@/server/domain/fleet-document/document-standing";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

export interface PapersToRenew {
  readonly entity: "driver" | "vehicle";
  readonly id: string;
  readonly papers: readonly StandingPaper[];
}

/** Which of a project's drivers and vehicles have papers that have expired, or will within thirty days, on a day (today). */
export const listPapersToRenew = query({
  permission: "fleet.read",
  input: z.object({ projectId: z.uuid(), date: z.iso.date().optional() }),
  run: async ({ tx, actor: { organizationId }, now }, { projectId, date }): Promise<PapersToRenew[]> => {
    const { timeZone } = found(await findProject(tx, organizationId, projectId), "project");
    const today = date ?? localDateAt(now, timeZone);
    const owners = new Map<string, { entity: "driver" | "vehicle"; id: string; papers: Paper[] }>();
    for (const { driverId, vehicleId, ...paper } of await listProjectPapers(tx, organizationId, projectId)) {
      const id = (driverId ?? vehicleId)!;
      const owner = owners.get(id) ?? { entity: driverId === null ? "vehicle" : "driver", id, papers: [] };
      owner.papers.push(paper);
      owners.set(id, owner);
    }
    return [...owners.values()].flatMap(({ entity, id, papers }) => {
      const due = papersToRenew(papers, today);
      return due.length === 0 ? [] : [{ entity, id, papers: due }];
    });
  },
});
