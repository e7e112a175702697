import "server-only";
import type { Database } from "@/db/client";
import { listLiveAssignments } from "@/db/queries/plan/live-assignments";
import type { Actor } from "@/server/domain/access/actor";
import type { CallRelay } from "@/server/ports/call-relay";
import { driverActor } from "./driver-actor";

/** The drivers one of whose doors a code may stand for: rarely more than one, and none for a code that is past its time. */
export async function resolveRelayCode(
  database: Database,
  relay: Pick<CallRelay, "isOf">,
  code: string,
  now: Date,
): Promise<Actor[]> {
  const live = await listLiveAssignments(database, now);
  return live.filter(({ assignmentId }) => relay.isOf(code, assignmentId)).map(driverActor);
}
