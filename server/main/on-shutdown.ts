import "server-only";
import type { Logger } from "pino";
import { leaveSignalsToCaller } from "@/db/embedded/embedded-server";

const FORCE_AFTER_MILLISECONDS = 40_000;

/** Ends the process in order on SIGINT or SIGTERM; a second signal, or too long a wait, ends it at once. */
export function onShutdown(log: Logger, close: () => Promise<void>): void {
  leaveSignalsToCaller();
  let isClosing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isClosing) process.exit(1);
      isClosing = true;
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
