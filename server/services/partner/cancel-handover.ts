import "server-only";
import { z } from "zod";
import { findConnection } from "@/db/queries/partner/connections";
import { hasHeardCancel, hasTriedCancel, insertExchanges } from "@/db/queries/partner/exchanges";
import { findHandover, type HandoverRow, updateHandover } from "@/db/queries/partner/handovers";
import { findHomeProject } from "@/db/queries/project/find-project";
import { findSimulation } from "@/db/queries/sandbox/simulations";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CancelState } from "@/server/domain/partner/handover";
import type { Carriers } from "@/server/ports/carrier";
import { type CommandScope, changed, command, type Outcome, unchanged, untraced } from "../kernel/command";
import { carrierConnectionOf } from "./carrier-connection";
import { exchangeRow } from "./keep-exchange";
import { lockOffer } from "./lock-offer";
import { tellCancelled } from "./tell-cancelled";

/** Handovers that ended on our side: whoever was offered one may still believe it is his. */
const TAKEN_BACK: readonly string[] = ["withdrawn", "lost"];

interface Cancelled {
  /** He has answered, be it that it is too late (`hasHeardCancel`), or there is nothing to be told. */
  readonly isHeard: boolean;
  /** He says that it cannot be taken back. */
  readonly isRefused: boolean;
}

/**
 * Tells a partner that what he was offered or has is not his any more, once; each try is kept word for word, and with the
 * handover stands what came of it.
 */
export const cancelHandover = command({
  permission: "plan.dispatch",
  input: z.object({
    handoverId: z.uuid(),
    /** Whose it was: it is gone with its delivery where that is deleted. */
    withdrawn: z
      .object({ partnerId: z.uuid(), reference: z.string(), manifestId: z.uuid().nullable().optional() })
      .optional(),
    /** Nobody tries again. */
    isLastTry: z.boolean().default(false),
  }),
  prepare: async ({ actor: { organizationId }, ports, read }, { handoverId, withdrawn }) => {
    const known = await read(async (tx) => {
      const stored = await findHandover(tx, organizationId, handoverId);
      if (stored && !TAKEN_BACK.includes(stored.status)) return null;
      const handover = stored ?? withdrawn;
      if (!handover) return null;
      if (stored?.cancelState === "insisted") return null;
      if (await hasHeardCancel(tx, organizationId, handoverId, stored?.keptAt)) return null;
      const row = await findConnection(tx, organizationId, handover.partnerId);
      const currency = (await findHomeProject(tx, organizationId))?.currency ?? "EUR";
      return { handover, row, currency, simulation: await findSimulation(tx, organizationId, handover.partnerId) };
    });
    if (!known) return null;
    const { partnerId, reference } = known.handover;
    const connection = carrierConnectionOf(ports.secrets, organizationId, partnerId, known.row, known);
    const { manifestId } = known.handover;
    return {
      partnerId,
      manifestId,
      told: await ports.carriers.cancel(connection, { assignmentId: handoverId, reference }),
    };
  },
  run: async (scope, { handoverId, isLastTry }): Promise<Outcome<Cancelled>> => {
    if (!scope.prepared) return unchanged({ isHeard: true, isRefused: false });
    const { tx, actor } = scope;
    const { partnerId, manifestId, told } = scope.prepared;
    const held = await lockOffer(tx, actor.organizationId, handoverId);
    // His server is told until it has answered; he is written to with the first try.
    const isWritten = await hasTriedCancel(tx, actor.organizationId, handoverId);
    await insertExchanges(tx, [exchangeRow(scope, { partnerId, kind: "cancel", handoverId }, told)]);
    if (manifestId && !isWritten) await tellCancelled(scope, { partnerId, handoverId, manifestId });
    const isHeard = await hasHeardCancel(tx, actor.organizationId, handoverId, held?.offer.keptAt);
    const events = held ? await noteCancel(scope, held.offer, stateOf(told, isHeard, isLastTry), told) : [];
    const result = { isHeard, isRefused: told.outcome === "refused" };
    return events.length > 0 ? changed(result, events) : untraced(result);
  },
});

type Told = Awaited<ReturnType<Carriers["cancel"]>>;

function stateOf({ outcome }: Told, isHeard: boolean, isLastTry: boolean): CancelState {
  if (outcome === "refused") return "refused";
  if (isHeard) return "heard";
  return isLastTry ? "unheard" : "telling";
}

/** Keeps what came of it with the handover, and says in the log what somebody has to decide on; decided, it stays so. */
async function noteCancel(
  { tx, actor: { organizationId }, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  { id: handoverId, partnerId, deliveryId, status, cancelState: before }: HandoverRow,
  cancelState: CancelState,
  told: Told,
): Promise<DomainEvent[]> {
  if (!TAKEN_BACK.includes(status) || before === "insisted") return [];
  // That he keeps it is taken back by his own word alone, not by a try that came to nothing.
  const isAnswer = cancelState !== "telling" && told.outcome !== "failed" && told.outcome !== "unknown";
  if (before === "refused" && !isAnswer) return [];
  const note = told.outcome === "refused" ? told.message : "";
  await updateHandover(tx, organizationId, handoverId, { cancelState, cancelWords: note, updatedAt: now });
  if (cancelState === before || (cancelState !== "refused" && cancelState !== "unheard")) return [];
  const type = cancelState === "refused" ? "partner.cancel-refused" : "partner.cancel-unheard";
  return [{ type, entity: "partner", entityId: partnerId, data: { deliveryId, handoverId, ...(note && { note }) } }];
}
