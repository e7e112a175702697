import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { sandboxPartner } from "@/db/schema/sandbox";
import { OBLIGING, type Simulation } from "@/server/domain/partner/simulation";
import { isSandboxOrganization } from "./sandboxes";

/** How a partner answers who is a sandbox's; null for a real one. */
export async function findSimulation(tx: Tx, organizationId: string, partnerId: string): Promise<Simulation | null> {
  if (!(await isSandboxOrganization(tx, organizationId))) return null;
  const [row] = await tx
    .select({ simulation: sandboxPartner.simulation })
    .from(sandboxPartner)
    .where(and(eq(sandboxPartner.organizationId, organizationId), eq(sandboxPartner.partnerId, partnerId)));
  return row?.simulation ?? OBLIGING;
}

/** The same of all partners, asked once. */
export async function listSimulations(
  tx: Tx,
  organizationId: string,
): Promise<(partnerId: string) => Simulation | null> {
  if (!(await isSandboxOrganization(tx, organizationId))) return () => null;
  const rows = await tx
    .select({ partnerId: sandboxPartner.partnerId, simulation: sandboxPartner.simulation })
    .from(sandboxPartner)
    .where(eq(sandboxPartner.organizationId, organizationId));
  const told = new Map(rows.map(({ partnerId, simulation }) => [partnerId, simulation]));
  return (partnerId) => told.get(partnerId) ?? OBLIGING;
}

export async function putSimulation(tx: Tx, row: typeof sandboxPartner.$inferInsert): Promise<void> {
  const { organizationId, partnerId } = sandboxPartner;
  const { simulation, updatedAt } = row;
  await tx
    .insert(sandboxPartner)
    .values(row)
    .onConflictDoUpdate({ target: [organizationId, partnerId], set: { simulation, updatedAt } });
}
