import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { sendNotifications } from "@/server/services/notification/send-notifications";

/** Sends customers whatever is due by now, a transaction for some of them at a time. */
export async function sendNotificationsJob(
  services: ServiceContext,
  _payload: unknown,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const { doors } = await sendNotifications(services, {});
    if (doors === 0) return;
  }
}
