import "server-only";
import { z } from "zod";
import { dropWebhookCalls, hastenWebhookCalls } from "@/db/queries/webhook/webhook-calls";
import { passOldPositions } from "@/db/queries/webhook/webhook-positions";
import { lockWebhook, updateWebhook, type WebhookRow } from "@/db/queries/webhook/webhooks";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { refuseUrl } from "./refuse-url";
import { makeWebhookSecret } from "./sign-webhook";
import { secretField, topicsField, urlField } from "./webhook-schema";
import { secretSubject } from "./webhook-secret";

const HOUR_MS = 3600_000;

const changeSchema = z.object({
  id: z.uuid(),
  url: urlField.optional(),
  topics: topicsField.optional(),
  /** False: somebody wants it to stop, and what happens meanwhile is not kept; true: it goes on. */
  isActive: z.boolean().optional(),
  /** A new secret; the old one signs beside it for some hours. */
  secret: z.object({ given: secretField.optional(), formerHours: z.int().min(0).max(168).default(24) }).optional(),
});

/** Changes a subscription, stops it, has it go on (what waited is sent at once, in order), or gives it a new secret. */
export const changeWebhook = command({
  permission: "settings.write",
  input: changeSchema,
  prepare: async ({ ports }, { url }) => {
    if (url !== undefined) refuseUrl(ports.webhookSender, url);
    return ports.secrets;
  },
  run: async (scope, { id, url, topics, isActive, secret }) => {
    const { tx, actor, now, prepared: box } = scope;
    const { organizationId } = actor;
    const row = found(await lockWebhook(tx, organizationId, id), "webhook");
    const made = secret && secret.given === undefined ? makeWebhookSecret() : null;
    const plain = secret?.given ?? made;
    const columns: Partial<WebhookRow> = {
      ...(url !== undefined && url !== row.url && { url }),
      ...(topics !== undefined && topics.join() !== row.topics.join() && { topics: [...new Set(topics)] }),
      ...(secret &&
        plain !== null && {
          secret: box.seal(plain, secretSubject(row)),
          formerSecret: row.secret,
          formerSecretUntil: new Date(now.getTime() + secret.formerHours * HOUR_MS),
        }),
      ...(isActive !== undefined && (await turned(scope, row, isActive))),
    };
    const names = Object.keys(columns);
    if (names.length === 0) return unchanged({ id, secret: null });
    await updateWebhook(tx, organizationId, id, { ...columns, version: row.version + 1, updatedAt: now });
    const isNew = columns.topics !== undefined || columns.status === "active";
    const begins = isNew && !(row.status === "active" && row.topics.includes("driver.moved"));
    if (begins) await passOldPositions(tx, organizationId, id);
    const said = ({ url, topics, status }: Partial<WebhookRow>) => ({ url, topics, status });
    const events = {
      type: columns.status === "active" ? ("webhook.resumed" as const) : ("webhook.changed" as const),
      entity: "webhook",
      entityId: id,
      data: { hasNewSecret: secret !== undefined },
      before: said(row),
      after: said({ ...row, ...columns }),
    };
    return changed({ id, secret: made }, [events]);
  },
});

/** What becomes of a subscription that is to go on, or to stop. */
async function turned(
  { tx, now }: CommandScope<unknown>,
  row: WebhookRow,
  isActive: boolean,
): Promise<Partial<WebhookRow>> {
  if (row.status === (isActive ? "active" : "disabled")) return {};
  if (!isActive) {
    await dropWebhookCalls(tx, row.organizationId, row.id, now);
    return { status: "disabled", stopReason: "person" };
  }
  await hastenWebhookCalls(tx, row.organizationId, row.id, now);
  return { status: "active", stopReason: null, consecutiveFailures: 0, failingSince: null, resumeAt: null };
}
