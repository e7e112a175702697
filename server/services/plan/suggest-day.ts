import "server-only";
import { z } from "zod";
import { nearestServiceDate } from "@/db/queries/plan/nearest-service-date";
import { listProjects } from "@/db/queries/project/find-project";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { query } from "../kernel/query";

/** The day a dispatcher most likely wants to see: the nearest with deliveries to make, else the project's today. */
export const suggestDay = query({
  permission: "plan.read",
  input: z.object({ projectId: z.uuid().optional() }).prefault({}),
  run: async ({ tx, actor, now }, { projectId }) => {
    const projects = await listProjects(tx, actor.organizationId);
    const project = projects.find((each) => each.id === projectId) ?? projects[0];
    if (!project) return { date: localDateAt(now, "UTC") };
    const today = localDateAt(now, project.timeZone);
    return { date: (await nearestServiceDate(tx, actor.organizationId, project.id, today)) ?? today };
  },
});
