import "server-only";
import type { Database } from "@/db/client";
import { deleteOutlivedWebhookCalls, dropOverdueWebhookCalls } from "@/db/queries/webhook/webhook-work";
import type { Clock } from "@/server/ports/clock";

/** How long one may look up what a subscriber was sent. */
const LOG_DAYS = 30;
/** How long messages wait for a subscriber to be resumed. */
const WAITING_DAYS = 7;
const DAY_MS = 24 * 3600_000;

/** Gives up messages that have waited a week, and deletes those whose month is over. */
export async function keepWebhooks(database: Database, clock: Clock): Promise<{ dropped: number; deleted: number }> {
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return {
    dropped: await dropOverdueWebhookCalls(database, ago(WAITING_DAYS), now),
    deleted: await deleteOutlivedWebhookCalls(database, ago(LOG_DAYS)),
  };
}
