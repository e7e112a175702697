import "server-only";
import { setReturned } from "@/db/queries/exception/failed-deliveries";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type ExceptionPolicy, returnAfterAttempts } from "@/server/domain/exception/exception-policy";
import type { WatchedDay } from "@/server/domain/exception/watched-day";
import type { CommandScope } from "../kernel/command";
import { statusEvent } from "../plan/save-sequences";

/** Sends back, where the policy has that, what has failed as often as it says. */
export async function returnSpent(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  planId: string,
  day: WatchedDay,
  policy: ExceptionPolicy,
): Promise<{ deliveryIds: readonly string[]; events: DomainEvent[] }> {
  const enough = returnAfterAttempts(policy);
  if (enough === null) return { deliveryIds: [], events: [] };
  const spent = day.outcomes.filter(
    ({ outcome, isUndecided, attempts }) =>
      isUndecided && attempts >= enough && (outcome === "failed" || outcome === "attempted"),
  );
  const ids = [...new Set(spent.map(({ deliveryId }) => deliveryId))];
  const deliveryIds = await setReturned(tx, actor.organizationId, ids, now);
  return {
    deliveryIds,
    events: deliveryIds.map((id) => statusEvent({ plan: { id: planId } }, { id, before: "failed", after: "returned" })),
  };
}
