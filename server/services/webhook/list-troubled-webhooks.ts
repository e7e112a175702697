import "server-only";
import { z } from "zod";
import { listWebhooks } from "@/db/queries/webhook/webhooks";
import { WORRYING_FAILURES } from "@/server/domain/webhook/webhook-health";
import { query } from "../kernel/query";

/** Subscribers who take nothing of what they are told, for whoever may do something about it; by host, worst first. */
export const listTroubledWebhooks = query({
  permission: "settings.write",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const rows = await listWebhooks(tx, actor.organizationId);
    return rows
      .filter(({ status, consecutiveFailures }) =>
        status === "active" ? consecutiveFailures >= WORRYING_FAILURES : status === "paused",
      )
      .map(({ id, url, status, consecutiveFailures }) => ({
        id,
        host: new URL(url).host,
        state: status === "active" ? ("failing" as const) : ("paused" as const),
        failures: consecutiveFailures,
      }))
      .sort((one, other) => Number(other.state === "paused") - Number(one.state === "paused"));
  },
});
