import "server-only";
import { z } from "zod";
import { findPlan } from "@/db/queries/plan/find-plan";
import { lastPositionSeq, listLastPositions } from "@/db/queries/position/list-positions";
import { findProject } from "@/db/queries/project/find-project";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** Whose positions are asked for: those on a plan's routes, a project's drivers, or both named: those who are both. */
export const positionScopeSchema = z.object({ planId: z.uuid().optional(), projectId: z.uuid().optional() });

/**
 * Where drivers were last, as far as that changed after a number, and the number to ask from next. Without a number none
 * but the newest number. Refuses a plan or project that is not there.
 */
export const readLastPositions = query({
  permission: "plan.read",
  input: positionScopeSchema.extend({ afterSeq: z.int().min(0).nullable().default(0) }),
  run: async ({ tx, actor }, { afterSeq, ...scope }) => {
    const { organizationId } = actor;
    if (scope.planId) found(await findPlan(tx, organizationId, scope.planId), "plan");
    if (scope.projectId) found(await findProject(tx, organizationId, scope.projectId), "project");
    if (afterSeq === null) return { positions: [], lastSeq: await lastPositionSeq(tx, organizationId) };
    return listLastPositions(tx, organizationId, afterSeq, scope);
  },
});
