import "server-only";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { exception } from "@/db/schema/exception";
import type { ExceptionStatus, ExceptionType, Severity } from "@/server/domain/exception/exception-type";
import type { ExceptionRow } from "./exceptions";

/** Which exceptions are wanted; all that is given must hold. */
export interface ExceptionQuery {
  readonly statuses?: readonly ExceptionStatus[] | undefined;
  readonly types?: readonly ExceptionType[] | undefined;
  readonly severity?: Severity | undefined;
  readonly deliveryId?: string | undefined;
}

/** A page of exceptions, newest first, after the last of the page before (index `exception_delivery`, else the key). */
export async function selectExceptionPage(
  tx: Tx,
  organizationId: string,
  { statuses, types, severity, deliveryId }: ExceptionQuery,
  after: string | undefined,
  limit: number,
): Promise<ExceptionRow[]> {
  return tx
    .select()
    .from(exception)
    .where(
      and(
        eq(exception.organizationId, organizationId),
        after === undefined ? undefined : lt(exception.id, after),
        statuses && inArray(exception.status, [...statuses]),
        types && inArray(exception.type, [...types]),
        severity && eq(exception.severity, severity),
        deliveryId === undefined ? undefined : eq(exception.deliveryId, deliveryId),
      ),
    )
    .orderBy(desc(exception.id))
    .limit(limit);
}

export async function findException(tx: Tx, organizationId: string, id: string): Promise<ExceptionRow | undefined> {
  const [row] = await tx
    .select()
    .from(exception)
    .where(and(eq(exception.organizationId, organizationId), eq(exception.id, id)));
  return row;
}
