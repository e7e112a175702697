import "server-only";
import type { Database } from "@/db/client";
import { ROWS_AT_ONCE, untilNone } from "../until-none";

/** What is deleted: the history of expectations of plans of days before this one, sessions and open boards that ended before then. */
export interface OutlivedHistory {
  readonly firstKeptDay: string;
  /** Nothing is expected any more of stops of days before this one. */
  readonly firstExpectedDay: string;
  readonly sessionsEndedBefore: Date;
  readonly boardsEndedBefore: Date;
}

/** Rows deleted. */
export interface DeletedHistory {
  readonly expectations: number;
  readonly sessions: number;
  readonly boards: number;
}

/**
 * Deletes what is kept for a time only, in statements of bounded length: nobody waits for one. Outside any tenant, for
 * days are everybody's.
 */
export async function deleteOutlivedHistory(
  { raw }: Database,
  { firstKeptDay, firstExpectedDay, sessionsEndedBefore, boardsEndedBefore }: OutlivedHistory,
): Promise<DeletedHistory> {
  const expectations = await untilNone(
    () => raw`
      delete from arrival_history where ctid = any(array(
        select h.ctid from plan p
        join route r on r.organization_id = p.organization_id and r.plan_id = p.id
        join arrival_history h on h.organization_id = r.organization_id and h.route_id = r.id
        where p.date < ${firstKeptDay} limit ${ROWS_AT_ONCE}))`,
  );
  await untilNone(
    () => raw`
      delete from stop_arrival where ctid = any(array(
        select a.ctid from plan p
        join stop_arrival a on a.organization_id = p.organization_id and a.plan_id = p.id
        where p.date < ${firstExpectedDay} limit ${ROWS_AT_ONCE}))`,
  );
  const sessions = await untilNone(
    () => raw`
      delete from driver_session where ctid = any(array(
        select ctid from driver_session where expires_at < ${sessionsEndedBefore} limit ${ROWS_AT_ONCE}))`,
  );
  const boards = await untilNone(
    () => raw`
      delete from plan_presence where ctid = any(array(
        select ctid from plan_presence where expires_at < ${boardsEndedBefore} limit ${ROWS_AT_ONCE}))`,
  );
  return { expectations, sessions, boards };
}
