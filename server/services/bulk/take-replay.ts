import "server-only";
import { listEventsBySeq } from "@/db/queries/event/list-events";
import { listHearingWebhooks } from "@/db/queries/webhook/webhooks";
import type { ReplayItem } from "@/server/domain/bulk/bulk-job";
import type { CommandScope } from "../kernel/command";
import { makeCalls } from "../webhook/make-calls";

/**
 * Says entries of the log once more inside a command's transaction: to whoever hears of them now, also of what was before
 * he did; or to what is learned from driven routes, which is then learned anew.
 */
export async function takeReplay(
  scope: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">,
  items: readonly ReplayItem[],
): Promise<void> {
  const { tx, actor } = scope;
  const { organizationId } = actor;
  const { target, webhookIds } = items[0] ?? { target: "webhooks", webhookIds: null };
  const events = await listEventsBySeq(
    tx,
    organizationId,
    items.map(({ seq }) => seq),
  );
  if (target === "analytics") {
    const driven = events.filter(({ type }) => type === "route.finished");
    for (const routeId of new Set(driven.map(({ entityId }) => entityId))) {
      await scope.enqueue("learn-from-route", { routeId });
    }
    return;
  }
  const hooks = await listHearingWebhooks(tx, organizationId);
  const wanted = hooks.filter(({ id }) => webhookIds === null || webhookIds.includes(id));
  await makeCalls(scope, wanted, events, { isReplay: true });
}
