import "server-only";
import { type HandoverRow, updateHandover } from "@/db/queries/partner/handovers";
import { UNHEARD_MS } from "@/server/domain/partner/handover";
import type { CommandScope } from "../kernel/command";

/** Gives a locked offer up of which nobody knows whether it was heard; its partner is told, now by the caller and once more later. */
export async function loseOffer(
  { tx, actor, now, enqueue }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "enqueue">,
  { id: handoverId }: Pick<HandoverRow, "id">,
): Promise<void> {
  const lost = { status: "lost", cancelState: "telling", endedAt: now, updatedAt: now } as const;
  await updateHandover(tx, actor.organizationId, handoverId, lost);
  await enqueue("cancel-handover", { handoverId }, new Date(now.getTime() + UNHEARD_MS));
}
