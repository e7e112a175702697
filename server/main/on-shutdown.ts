import "server-only";
import type { Logger } from "pino";
import { leaveSignalsToCaller } from "@/db/embedded/embedded-server";

const FORCE_AFTER_MILLISECONDS = 40_000;
/** A terminal tells every process of its group, and those that started this one pass on what they were told. */
const SAME_SIGNAL_MILLISECONDS = 1000;
/** SIGHUP: the terminal was closed; SIGBREAK: Ctrl-Break on Windows. */
const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM", "SIGBREAK"] as const;

/**
 * Ends the process in order at a signal to end; a second one that is not the first passed on, or too long a wait, ends it at
 * once.
 */
export function onShutdown(log: Logger, close: () => Promise<void>): void {
  leaveSignalsToCaller();
  let since: number | undefined;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (since !== undefined) {
        if (performance.now() - since > SAME_SIGNAL_MILLISECONDS) process.exit(1);
        return;
      }
      since = performance.now();
      setTimeout(() => process.exit(1), FORCE_AFTER_MILLISECONDS).unref();
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ error }, "shutdown failed");
          process.exit(1);
        },
      );
    });
  }
}
