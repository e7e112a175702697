import "server-only";
import { setReturned } from "@/db/queries/exception/failed-deliveries";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { ExceptionPolicy } from "@/server/domain/exception/exception-policy";
import type { WatchedDay } from "@/server/domain/exception/watched-day";
import type { CommandScope } from "../kernel/command";
import { statusEvent } from "../plan/save-sequences";

/** Sends back, by the policy, what has been tried as often as it may be. */
export async function returnSpent(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  planId: string,
  day: WatchedDay,
  { maxAttempts }: ExceptionPolicy,
): Promise<{ deliveryIds: readonly string[]; events: DomainEvent[] }> {
  const spent = day.outcomes.filter(
    ({ outcome, isUndecided, attempts }) =>
      isUndecided && attempts >= maxAttempts && (outcome === "failed" || outcome === "attempted"),
  );
  const ids = [...new Set(spent.map(({ deliveryId }) => deliveryId))];
  const deliveryIds = await setReturned(tx, actor.organizationId, ids, now);
  return {
    deliveryIds,
    events: deliveryIds.map((id) => statusEvent({ plan: { id: planId } }, { id, before: "failed", after: "returned" })),
  };
}
