import "server-only";
import { z } from "zod";
import { lastEventSeq } from "@/db/queries/event/list-events";
import { findProject } from "@/db/queries/project/find-project";
import { passOldPositions } from "@/db/queries/webhook/webhook-positions";
import { beginCursor, countWebhooks, insertWebhook, lockWebhookCount } from "@/db/queries/webhook/webhooks";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { refuseUrl } from "./refuse-url";
import { makeWebhookSecret } from "./sign-webhook";
import { secretField, topicsField, urlField } from "./webhook-schema";
import { secretSubject } from "./webhook-secret";

const MOST_WEBHOOKS = 100;

/**
 * Subscribes an address to what happens from now on, in the words of a dialect. `secret`: what its messages are signed
 * with; "made": one of ours, answered this once; null: nothing is signed. Refuses an address that may not be called.
 */
export const createWebhook = command({
  permission: "settings.write",
  input: z.object({
    dialect: z.string().min(1).max(40),
    url: urlField,
    topics: topicsField,
    secret: z.union([z.object({ given: secretField }), z.literal("made")]).nullable(),
    projectId: z.uuid().nullable().default(null),
    /** How many of its kind the dialect allows. */
    most: z.int().positive().max(MOST_WEBHOOKS).default(MOST_WEBHOOKS),
  }),
  prepare: async ({ ports }, { url }) => {
    refuseUrl(ports.webhookSender, url);
    return ports.secrets;
  },
  run: async ({ tx, actor, now, newId, prepared: box }, { dialect, url, topics, secret, projectId, most }) => {
    const { organizationId } = actor;
    if (projectId !== null) found(await findProject(tx, organizationId, projectId), "project");
    await lockWebhookCount(tx, organizationId);
    if ((await countWebhooks(tx, organizationId, dialect)) >= most) {
      throw new ServiceError("refused", `There are ${most} subscriptions already.`, { reason: "webhooks-spent" });
    }
    const id = newId();
    const made = secret === "made" ? makeWebhookSecret() : null;
    const plain = made ?? (typeof secret === "object" ? secret?.given : undefined) ?? null;
    const sinceSeq = await lastEventSeq(tx, organizationId);
    await insertWebhook(tx, {
      organizationId,
      id,
      dialect,
      url,
      topics: [...new Set(topics)],
      projectId,
      secret: plain === null ? null : box.seal(plain, secretSubject({ organizationId, id })),
      sinceSeq,
      status: "active",
      createdBy: actor.label,
      createdAt: now,
      updatedAt: now,
    });
    await beginCursor(tx, organizationId, sinceSeq);
    if (topics.includes("driver.moved")) await passOldPositions(tx, organizationId, id);
    const after = { dialect, url, topics };
    return changed({ id, secret: made }, [{ type: "webhook.created", entity: "webhook", entityId: id, after }]);
  },
});
