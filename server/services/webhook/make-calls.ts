import "server-only";
import type { Tx } from "@/db/client";
import { findRegisteredProofIds, loadDeliveryContexts, loadRouteContexts } from "@/db/queries/webhook/message-context";
import { insertWebhookCalls } from "@/db/queries/webhook/webhook-calls";
import type { WebhookRow } from "@/db/queries/webhook/webhooks";
import { messageId } from "@/server/domain/webhook/message-id";
import { type LoggedEvent, messagesOfEvent } from "@/server/domain/webhook/messages-of-event";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import type { CommandScope } from "../kernel/command";

type Hearing = Pick<WebhookRow, "id" | "topics" | "projectId" | "sinceSeq">;
interface NamedMessage {
  readonly name: string;
  readonly message: WebhookMessage;
}

/** Makes the messages of some entries of the log for whoever listens; how many. */
export async function makeCalls(
  { tx, actor, now, newId }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId">,
  hooks: readonly Hearing[],
  events: readonly LoggedEvent[],
  /** Also of what was before somebody subscribed: it is asked for once more. */
  { isReplay = false }: { readonly isReplay?: boolean } = {},
): Promise<number> {
  const { organizationId } = actor;
  const topics = new Set(hooks.flatMap((hook): (WebhookTopic | "test")[] => hook.topics));
  const named = events.flatMap((event) =>
    messagesOfEvent(event).map((message, ordinal) => ({ name: messageId(message, ordinal), message })),
  );
  const wanted = named.filter(({ message }) => topics.has(message.topic));
  if (wanted.length === 0) return 0;
  const whole = await withContext(tx, organizationId, await evidenceOnce(tx, organizationId, wanted));
  const rows = hooks.flatMap((hook) =>
    whole
      .filter(({ message }) => hears(hook, message) && (isReplay || message.seq > hook.sinceSeq))
      .map(({ name, message }) => ({
        organizationId,
        id: newId(),
        webhookId: hook.id,
        messageId: name,
        topic: message.topic,
        seq: message.seq,
        subjectId: message.subjectId,
        message,
        status: "waiting" as const,
        nextTryAt: now,
        createdAt: now,
        updatedAt: now,
      })),
  );
  return (await insertWebhookCalls(tx, rows)).length;
}

function hears({ topics, projectId }: Hearing, message: WebhookMessage): boolean {
  const isOwn = projectId === null || message.projectId === null || message.projectId === projectId;
  return isOwn && message.topic !== "test" && topics.includes(message.topic);
}

/** Without what a driver's act says of evidence that a program had registered before it: that was told then. */
async function evidenceOnce(tx: Tx, organizationId: string, named: readonly NamedMessage[]): Promise<NamedMessage[]> {
  const proofIdsOf = ({ topic, proofIds }: WebhookMessage) => (topic === "proof.created" ? proofIds : []);
  const ids = named.flatMap(({ message }) => proofIdsOf(message));
  const registered = await findRegisteredProofIds(tx, organizationId, ids);
  return named.filter(({ message }) => !proofIdsOf(message).some((id) => registered.has(id)));
}

/** Messages with whose they are and who drives, where the log does not say it. */
async function withContext(tx: Tx, organizationId: string, named: readonly NamedMessage[]): Promise<NamedMessage[]> {
  const ids = (of: (message: WebhookMessage) => string | null) => [
    ...new Set(named.flatMap(({ message }) => of(message) ?? [])),
  ];
  const deliveries = await loadDeliveryContexts(
    tx,
    organizationId,
    ids(({ deliveryId }) => deliveryId),
  );
  const routes = await loadRouteContexts(
    tx,
    organizationId,
    ids(({ routeId }) => routeId),
  );
  const deliveryOf = new Map(deliveries.map((each) => [each.deliveryId, each]));
  const routeOf = new Map(routes.map((each) => [each.routeId, each]));
  return named.map(({ name, message }) => {
    const route = message.routeId === null ? undefined : routeOf.get(message.routeId);
    const delivery = message.deliveryId === null ? undefined : deliveryOf.get(message.deliveryId);
    // What is planned for a delivery now is of no concern to what was said of another route.
    const serving = message.routeId === null ? delivery : undefined;
    return {
      name,
      message: {
        ...message,
        projectId: message.projectId ?? delivery?.projectId ?? route?.projectId ?? null,
        routeId: message.routeId ?? serving?.routeId ?? null,
        driverId: message.driverId ?? route?.driverId ?? serving?.driverId ?? null,
        reason: message.reason ?? (message.topic === "delivery.failed" ? (delivery?.reason ?? null) : null),
      },
    };
  });
}
