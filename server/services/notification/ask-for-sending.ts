import "server-only";
import type { NotificationRow } from "@/db/queries/notification/notifications";
import type { CommandScope } from "../kernel/command";

/** Messages that are due within one such step go out together. */
const STEP_MS = 2000;

/** Has messages that wait sent when they may leave. */
export async function askForSending(
  { enqueue }: Pick<CommandScope<unknown>, "enqueue">,
  rows: readonly Pick<NotificationRow, "status" | "dueAt">[],
): Promise<void> {
  const waiting = rows.filter(({ status }) => status === "waiting");
  const steps = new Set(waiting.map(({ dueAt }) => Math.ceil(dueAt.getTime() / STEP_MS) * STEP_MS));
  for (const atMs of [...steps].sort((a, b) => a - b)) {
    const at = new Date(atMs);
    await enqueue("send-notifications", { at: at.toISOString() }, at);
  }
}
