import "server-only";
import { and, eq, gt, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { assignment } from "@/db/schema/plan";

export interface AssignmentIds {
  readonly assignmentId: string;
  readonly organizationId: string;
  readonly routeId: string;
  readonly driverId: string;
}

const assignmentIds = {
  assignmentId: assignment.id,
  organizationId: assignment.organizationId,
  routeId: assignment.routeId,
  driverId: assignment.driverId,
};

/** Neither withdrawn nor declined, nor past its time. */
const isGood = (now: Date) => and(inArray(assignment.status, ["offered", "accepted"]), gt(assignment.expiresAt, now));

/** Every link that is good now. Outside any tenant: a call's code is what decides the tenant. */
export async function listLiveAssignments(database: Database, now: Date): Promise<AssignmentIds[]> {
  return database.orm.select(assignmentIds).from(assignment).where(isGood(now));
}

/**
 * What a driver's link stands for while it is good (index `assignment_token_hash`); a token that is unknown, withdrawn or
 * past its time is the same nothing, found by the same work. Outside any tenant: it is what decides the tenant.
 */
export async function findAssignmentByToken(
  database: Database,
  tokenHash: string,
  now: Date,
): Promise<AssignmentIds | undefined> {
  const [row] = await database.orm
    .select(assignmentIds)
    .from(assignment)
    .where(and(eq(assignment.tokenHash, tokenHash), isGood(now)));
  return row;
}
