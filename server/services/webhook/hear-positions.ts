import "server-only";
import { z } from "zod";
import { insertWebhookCalls } from "@/db/queries/webhook/webhook-calls";
import {
  listMovedDrivers,
  listUntriedSubjects,
  lockPositionCursor,
  movePositionCursor,
} from "@/db/queries/webhook/webhook-positions";
import { listHearingWebhooks } from "@/db/queries/webhook/webhooks";
import { messageId } from "@/server/domain/webhook/message-id";
import { movedMessage, POSITION_ORDINAL } from "@/server/domain/webhook/moved-message";
import { command, unchanged, untraced } from "../kernel/command";

/**
 * Tells subscribers where drivers are who have moved since they were last told. Of a driver at most one message waits that
 * has not been tried: whoever is behind hears where he is, not all the places where he has been.
 */
export const hearPositions = command({
  permission: "settings.write",
  input: z.object({}),
  run: async ({ tx, actor, now, newId, correlationId }) => {
    const { organizationId } = actor;
    const told = await lockPositionCursor(tx, organizationId);
    const hooks = (await listHearingWebhooks(tx, organizationId)).filter(({ topics }) =>
      topics.includes("driver.moved"),
    );
    if (told === undefined || hooks.length === 0) return unchanged({ made: 0 });
    const moved = await listMovedDrivers(tx, organizationId, told);
    const stamps = { organizationId, status: "waiting" as const, nextTryAt: now, createdAt: now, updatedAt: now };
    let made = 0;
    for (const { id: webhookId, projectId } of hooks) {
      const untried = await listUntriedSubjects(tx, organizationId, webhookId, "driver.moved");
      const heard = moved.filter(
        (driver) => !untried.has(driver.driverId) && (projectId === null || projectId === driver.projectId),
      );
      const rows = heard.map((driver) => {
        const message = movedMessage(driver, correlationId);
        const name = messageId(message, POSITION_ORDINAL);
        const { topic, seq, subjectId } = message;
        return { ...stamps, id: newId(), webhookId, messageId: name, topic, seq, subjectId, message };
      });
      made += (await insertWebhookCalls(tx, rows)).length;
    }
    await movePositionCursor(tx, organizationId, Math.max(told, ...moved.map(({ changeSeq }) => changeSeq)), now);
    return untraced({ made });
  },
});
