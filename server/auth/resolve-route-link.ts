import "server-only";
import type { Database } from "@/db/client";
import { findAssignmentByToken } from "@/db/queries/plan/live-assignments";
import type { Actor } from "@/server/domain/access/actor";
import { hashToken } from "@/server/services/plan/hash-token";
import { driverActor } from "./driver-actor";

/** The driver whose link this is, allowed nothing but his own route; null for a link that opens nothing. */
export async function resolveRouteLink(database: Database, token: string, now: Date): Promise<Actor | null> {
  const found = await findAssignmentByToken(database, hashToken(token), now);
  return found ? driverActor(found) : null;
}
