import "server-only";
import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { depot } from "@/db/schema/depot";
import { drivenLeg } from "@/db/schema/travel";
import type { DrivenLeg } from "@/server/domain/travel/learn-calibration";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { bulkInsert } from "../bulk-insert";

/** Holds the depot until the transaction ends, so that two routes that end at once both count; false without one. */
export async function lockDepot(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: depot.id })
    .from(depot)
    .where(and(eq(depot.organizationId, organizationId), eq(depot.id, id)))
    .for("no key update");
  return rows.length > 0;
}

/** A leg that is known by its key stays as it was told first. */
export async function insertDrivenLegs(tx: Tx, rows: readonly (typeof drivenLeg.$inferInsert)[]): Promise<void> {
  await bulkInsert(tx, drivenLeg, rows, sql`on conflict (organization_id, leg_key) do nothing`);
}

/** The depot's latest legs since an instant (index `driven_leg_depot`). */
export async function listDrivenLegs(
  tx: Tx,
  organizationId: string,
  { depotId, profile, since, limit }: { depotId: string; profile: TravelProfile; since: Date; limit: number },
): Promise<DrivenLeg[]> {
  const { straightMeters, drivenSeconds, drivenMeters, drivenAt } = drivenLeg;
  return tx
    .select({ straightMeters, drivenSeconds, drivenMeters, drivenAt })
    .from(drivenLeg)
    .where(and(ofDepot(organizationId, depotId, profile), gte(drivenAt, since)))
    .orderBy(desc(drivenAt))
    .limit(limit);
}

/** Forgets what nothing is learned from any more. */
export async function deleteDrivenLegsBefore(
  tx: Tx,
  organizationId: string,
  depotId: string,
  profile: TravelProfile,
  before: Date,
): Promise<void> {
  await tx.delete(drivenLeg).where(and(ofDepot(organizationId, depotId, profile), lt(drivenLeg.drivenAt, before)));
}

function ofDepot(organizationId: string, depotId: string, profile: TravelProfile) {
  return and(
    eq(drivenLeg.organizationId, organizationId),
    eq(drivenLeg.depotId, depotId),
    eq(drivenLeg.profile, profile),
  );
}
