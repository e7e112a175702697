import "server-only";
import { z } from "zod";
import { findConnection } from "@/db/queries/partner/connections";
import { hasHeardCancel, hasTriedCancel, insertExchanges } from "@/db/queries/partner/exchanges";
import { findHandover } from "@/db/queries/partner/handovers";
import { findHomeProject } from "@/db/queries/project/find-project";
import { findSimulation } from "@/db/queries/sandbox/simulations";
import { command, unchanged, untraced } from "../kernel/command";
import { carrierConnectionOf } from "./carrier-connection";
import { exchangeRow } from "./keep-exchange";
import { tellCancelled } from "./tell-cancelled";

/** Handovers that ended on our side: whoever was offered one may still believe it is his. */
const TAKEN_BACK: readonly string[] = ["withdrawn", "lost"];

/**
 * Tells a partner that what he was offered or has is not his any more, once; each try is kept word for word. `isHeard`:
 * he has answered, be it that it is too late (`hasHeardCancel`), or there is nothing to be told.
 */
export const cancelHandover = command({
  permission: "plan.dispatch",
  input: z.object({
    handoverId: z.uuid(),
    /** Whose it was: it is gone with its delivery where that is deleted. */
    withdrawn: z
      .object({ partnerId: z.uuid(), reference: z.string(), manifestId: z.uuid().nullable().optional() })
      .optional(),
  }),
  prepare: async ({ actor: { organizationId }, ports, read }, { handoverId, withdrawn }) => {
    const known = await read(async (tx) => {
      const stored = await findHandover(tx, organizationId, handoverId);
      if (stored && !TAKEN_BACK.includes(stored.status)) return null;
      const handover = stored ?? withdrawn;
      if (!handover) return null;
      if (await hasHeardCancel(tx, organizationId, handoverId)) return null;
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
  run: async (scope, { handoverId }) => {
    if (!scope.prepared) return unchanged({ isHeard: true });
    const { partnerId, manifestId, told } = scope.prepared;
    // His server is told until it has answered; he is written to with the first try.
    const isWritten = await hasTriedCancel(scope.tx, scope.actor.organizationId, handoverId);
    await insertExchanges(scope.tx, [exchangeRow(scope, { partnerId, kind: "cancel", handoverId }, told)]);
    if (manifestId && !isWritten) await tellCancelled(scope, { partnerId, handoverId, manifestId });
    return untraced({ isHeard: await hasHeardCancel(scope.tx, scope.actor.organizationId, handoverId) });
  },
});
