import "server-only";
import { z } from "zod";
import { listSeqsThere } from "@/db/queries/event/list-events";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";

/** Of entries that were read once for everybody, those that this reader sees. */
export async function keepVisibleEvents<E extends { readonly seq: number }>(
  services: ServiceContext,
  events: readonly E[],
): Promise<readonly E[]> {
  if (!services.actor.reach || events.length === 0) return events;
  const visible = new Set(await readVisibleSeqs(services, { seqs: events.map(({ seq }) => seq) }));
  return events.filter(({ seq }) => visible.has(seq));
}

const readVisibleSeqs = query({
  permission: "plan.read",
  input: z.object({ seqs: z.array(z.int().positive()) }),
  run: ({ tx, actor }, { seqs }) => listSeqsThere(tx, actor.organizationId, seqs),
});
