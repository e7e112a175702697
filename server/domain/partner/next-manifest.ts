import { localDateAt, startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";
import type { ManifestSettings } from "./connection";

/** What is handed over within so long goes out together, where no times are agreed on. */
const GATHERED_MS = 5 * 60_000;

/**
 * When what is handed over now is listed: at the next of the agreed times on the clock of `timeZone`, or five minutes from
 * now where there are none. A time the clock leaves out is as much later as it is set forward.
 */
export function nextManifestAt({ sendAtSeconds }: ManifestSettings, now: Date, timeZone: string): Date {
  if (sendAtSeconds.length === 0) return new Date(now.getTime() + GATHERED_MS);
  const today = localDateAt(now, timeZone);
  const dayStart = startOfDay(today, timeZone).getTime();
  // The first of them tomorrow follows today's last.
  const moments = [...sendAtSeconds, 86_400 + sendAtSeconds[0]!].map(
    (seconds) => dayStart + wallToElapsedSeconds(today, timeZone, seconds) * 1000,
  );
  return new Date(moments.find((moment) => moment > now.getTime())!);
}
