import "server-only";
import { findNumbersOutOfScope, lockDeliveriesByExternalId } from "@/db/queries/order/load-deliveries";
import type { ProjectRow } from "@/db/queries/project/find-project";
import { decideUpsert } from "@/server/domain/order/decide-upsert";
import type { UpsertMode } from "@/server/domain/order/delivery-schema";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import type { SaveScope } from "./insert-new-deliveries";
import { type ItemDecision, saveDecisions } from "./save-decisions";

/** A delivery as sent. `whole`: what it is when its number is new, where the draft is only what to lay over a known one. */
export interface SentDelivery {
  readonly draft: DeliveryDraft;
  readonly whole?: DeliveryDraft;
}

/**
 * Takes deliveries in by the sender's numbers inside a command's transaction: one verdict each, in order.
 * People fill in every field their project requires; programs cannot know of them.
 */
export async function upsertDeliveries(
  scope: SaveScope,
  project: ProjectRow,
  mode: UpsertMode,
  sent: readonly SentDelivery[],
) {
  const numbers = sent.map(({ draft }) => externalIdOf(draft));
  const given = numbers.filter((number) => number !== null);
  const known = await lockDeliveriesByExternalId(scope.tx, scope.actor.organizationId, given);
  const beyond = scope.actor.reach ? await findNumbersOutOfScope(scope.tx, given) : new Set<string>();
  const byNumber = new Map(known.map((delivery) => [delivery.input.externalId, delivery]));
  const seen = new Set<string>();
  const demands = { isWhole: scope.actor.kind === "user" };
  const items = sent.map(({ draft, whole = draft }, index): ItemDecision => {
    const externalId = numbers[index] ?? null;
    if (externalId !== null && seen.has(externalId)) {
      return { index, externalId, decision: { kind: "refused", reason: "duplicate", issues: [] } };
    }
    if (externalId !== null && beyond.has(externalId)) {
      return { index, externalId, decision: { kind: "refused", reason: "out-of-reach", issues: [] } };
    }
    if (externalId !== null) seen.add(externalId);
    const existing = externalId === null ? undefined : byNumber.get(externalId);
    return { index, externalId, decision: decideUpsert(mode, existing ? draft : whole, existing, project, demands) };
  });
  return saveDecisions(scope, items);
}

function externalIdOf(draft: DeliveryDraft): string | null {
  return typeof draft.externalId === "string" && draft.externalId.trim() !== "" ? draft.externalId.trim() : null;
}
