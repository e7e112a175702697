import "server-only";
import { and, eq, isNull, lt } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { ROWS_AT_ONCE, untilNone } from "@/db/queries/until-none";
import { apiRequest } from "@/db/schema/api-access";

export type ApiRequestRow = typeof apiRequest.$inferSelect;
export type ApiRequestName = Pick<ApiRequestRow, "organizationId" | "keyId" | "endpoint" | "name">;

/** Takes a request's name; undefined where it is taken (and not over), then `findApiRequest` says by what. */
export async function claimApiRequest(tx: Tx, named: ApiRequestName, now: Date, lostAt: Date): Promise<boolean> {
  const blank = { requestHash: null, status: null, headers: null, body: null, expiresAt: lostAt, createdAt: now };
  const rows = await tx
    .insert(apiRequest)
    .values({ ...named, ...blank })
    .onConflictDoUpdate({
      target: [apiRequest.organizationId, apiRequest.keyId, apiRequest.endpoint, apiRequest.name],
      set: blank,
      setWhere: lt(apiRequest.expiresAt, now),
    })
    .returning({ name: apiRequest.name });
  return rows.length > 0;
}

export async function findApiRequest(tx: Tx, named: ApiRequestName): Promise<ApiRequestRow | undefined> {
  const [row] = await tx.select().from(apiRequest).where(isNamed(named));
  return row;
}

/** Keeps how a request was answered. */
export async function settleApiRequest(
  tx: Tx,
  named: ApiRequestName,
  answer: Pick<ApiRequestRow, "requestHash" | "status" | "headers" | "body" | "expiresAt">,
): Promise<void> {
  await tx.update(apiRequest).set(answer).where(isNamed(named));
}

/** The header of a request that has been done and is not answered yet. */
export const COMMITTED_UNDER = "x-correlation-id";

/** Says with what a request does that it is done: whatever becomes of its answer, it is not made again. */
export async function commitApiRequest(
  tx: Tx,
  named: ApiRequestName,
  correlationId: string,
  expiresAt: Date,
): Promise<void> {
  await tx
    .update(apiRequest)
    .set({ headers: { [COMMITTED_UNDER]: correlationId }, expiresAt })
    .where(isNamed(named));
}

/**
 * Gives a name back, unless something of what it was taken for is done; then nobody is at it any more (`lost`), and whoever
 * may finish it need not wait until its process would be taken for dead. A name that was taken at another time than
 * `claimedAt` is somebody else's by now, and stays his.
 */
export async function forgetApiRequest(tx: Tx, named: ApiRequestName, claimedAt: Date): Promise<void> {
  const isOwn = and(isNamed(named), eq(apiRequest.createdAt, claimedAt));
  await tx.delete(apiRequest).where(and(isOwn, isNull(apiRequest.headers)));
  await tx
    .update(apiRequest)
    .set({ createdAt: NOBODY })
    .where(and(isOwn, isNull(apiRequest.status)));
}

/** Takes a request over that was begun under a name and has lost its process; false where somebody was faster. */
export async function resumeApiRequest(tx: Tx, { createdAt, ...row }: ApiRequestRow, now: Date): Promise<boolean> {
  const rows = await tx
    .update(apiRequest)
    .set({ createdAt: now })
    .where(and(isNamed(row), isNull(apiRequest.status), eq(apiRequest.createdAt, createdAt)))
    .returning({ name: apiRequest.name });
  return rows.length > 0;
}

/** Of a request that ended without an answer. */
const NOBODY = new Date(0);

/** Deletes names whose time is over, a bounded number of rows at once (index `api_request_expires`). Outside any tenant. */
export function deleteOutlivedApiRequests({ raw }: Database, now: Date): Promise<number> {
  return untilNone(
    () => raw`
      delete from api_request where ctid = any(array(
        select ctid from api_request where expires_at < ${now} limit ${ROWS_AT_ONCE}))`,
  );
}

function isNamed({ organizationId, keyId, endpoint, name }: ApiRequestName) {
  return and(
    eq(apiRequest.organizationId, organizationId),
    eq(apiRequest.keyId, keyId),
    eq(apiRequest.endpoint, endpoint),
    eq(apiRequest.name, name),
  );
}
