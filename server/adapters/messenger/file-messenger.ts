import "server-only";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Clock } from "@/server/ports/clock";
import type { MessengerPort } from "@/server/ports/messenger";

/**
 * Writes each message to a file that only the server's owner can read: where no mail server is configured, that is who
 * hands out password-reset links.
 */
export function fileMessenger(folder: string, clock: Clock): MessengerPort {
  let count = 0;
  return {
    source: "file",
    send: async ({ channel, to, subject, text }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const stamp = clock.now().toISOString().replaceAll(/[:.]/g, "-");
      const name = `${stamp}-${process.pid}-${++count}-${channel}.txt`;
      await writeFile(path.join(folder, name), `To: ${to}\nSubject: ${subject ?? ""}\n\n${text}\n`, {
        mode: 0o600,
        flag: "wx",
      });
    },
  };
}
