import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ownSource } from "@/db/schema/own-source";
import type { SourcePart } from "@/server/domain/own-source/own-source";

export type OwnSourceRow = typeof ownSource.$inferSelect;

const isOf = (organizationId: string, part: SourcePart) =>
  and(eq(ownSource.organizationId, organizationId), eq(ownSource.part, part));

/** What an organization has chosen for a part; undefined: what the installation has. */
export async function findOwnSource(
  tx: Tx,
  organizationId: string,
  part: SourcePart,
): Promise<OwnSourceRow | undefined> {
  const [row] = await tx.select().from(ownSource).where(isOf(organizationId, part));
  return row;
}

/** All that an organization has chosen. */
export async function listOwnSources(tx: Tx, organizationId: string): Promise<OwnSourceRow[]> {
  return tx.select().from(ownSource).where(eq(ownSource.organizationId, organizationId));
}

/** Keeps a choice in place of the one of `seenAt` (null: there was none); false where another is there by now. */
export async function putOwnSource(tx: Tx, row: OwnSourceRow, seenAt: Date | null): Promise<boolean> {
  if (seenAt === null) {
    const made = await tx.insert(ownSource).values(row).onConflictDoNothing().returning({ id: ownSource.id });
    return made.length > 0;
  }
  const { organizationId: _, id: __, part: ___, ...saying } = row;
  const saved = await tx
    .update(ownSource)
    .set(saying)
    .where(and(isOf(row.organizationId, row.part), eq(ownSource.changedAt, seenAt)))
    .returning({ id: ownSource.id });
  return saved.length > 0;
}

/** Forgets the choice of `seenAt`, key and all; false where another is there by now. */
export async function deleteOwnSource(
  tx: Tx,
  organizationId: string,
  part: SourcePart,
  seenAt: Date,
): Promise<boolean> {
  const gone = await tx
    .delete(ownSource)
    .where(and(isOf(organizationId, part), eq(ownSource.changedAt, seenAt)))
    .returning({ id: ownSource.id });
  return gone.length > 0;
}
