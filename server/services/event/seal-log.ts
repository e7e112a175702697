import "server-only";
import { createHmac } from "node:crypto";
import { lastEventSeq } from "@/db/queries/event/list-events";
import { findEntryHash, insertSeal, type LogSeal } from "@/db/queries/event/read-log";
import type { IdSource } from "@/server/ports/id-source";
import { inTenant } from "../kernel/in-tenant";
import type { ServiceContext } from "../kernel/service-context";

/** What sealing and verifying want of a context. */
export type LogHolder = Pick<ServiceContext, "database" | "actor"> & {
  readonly ports: Pick<ServiceContext["ports"], "clock" | "ids">;
};

/** Seals the log as it stands, nothing where it is empty; returns what a log kept elsewhere should say of it. */
export async function sealLog(context: LogHolder): Promise<{ seq: number; hash: string } | undefined> {
  const { actor, ports } = context;
  const { organizationId } = actor;
  return inTenant(context, async (tx) => {
    const seq = await lastEventSeq(tx, organizationId);
    const hash = await findEntryHash(tx, organizationId, seq);
    if (!hash) return undefined;
    const seal = { organizationId, seq, hash, sealedAt: ports.clock.now() };
    await insertSeal(tx, { ...seal, signature: sealSignature(ports.ids, seal) });
    return { seq, hash: hash.toString("hex") };
  });
}

/** HMAC-SHA256 of a seal under what only this installation's secret can say of the organization. */
export function sealSignature(ids: IdSource, seal: Omit<LogSeal, "signature">): Buffer {
  const { organizationId, seq, hash, sealedAt } = seal;
  const text = JSON.stringify(["event-seal", organizationId, seq, hash.toString("hex"), sealedAt.toISOString()]);
  return createHmac("sha256", ids.tokenFor(organizationId)).update(text).digest();
}
