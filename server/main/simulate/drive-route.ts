import { setTimeout as sleep } from "node:timers/promises";
import { seededRandom } from "@/db/seed/seeded-random";
import { startOfDay } from "@/server/domain/time/zoned-time";
import type { DriveTally } from "./drive-tally";
import type { ClientFix, DriverClient } from "./driver-client";
import { type DayScript, scriptDay } from "./script-day";
import type { SimulatedClock } from "./simulated-clock";
import { SimulatedDevice } from "./simulated-device";

export interface DriveOptions {
  readonly clock: SimulatedClock;
  /** What was to happen before is left out. */
  readonly fromMs: number;
  readonly seed: number;
  readonly fixEverySeconds: number;
  readonly signal: AbortSignal;
}

/** A batch goes out at most as often, by the simulated clock and by ours: however fast a day is lived, desks can follow. */
const SEND_EVERY_MS = 10_000;
const SEND_EVERY_REAL_MS = 500;

/**
 * Lives one driver's day through the driver API: acts and positions wait on the device while the network is gone, an
 * answer is lost now and then and the batch sent again. Ends with the day, or when told to.
 */
export async function driveRoute(client: DriverClient, options: DriveOptions): Promise<DriveTally> {
  const { clock, seed, signal } = options;
  const random = seededRandom(seed ^ 0x5eed);
  await client.open();
  const { sheet } = await client.route();
  const script = scriptDay(sheet, seed, options.fixEverySeconds);
  const midnightMs = startOfDay(sheet.date, sheet.timeZone).getTime();
  const device = new SimulatedDevice(client, random);
  const events = timeline(script);
  let [sentAtMs, sentRealMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const event of events) {
    const atMs = midnightMs + event.atSeconds * 1000;
    if (atMs < options.fromMs) continue;
    const waitMs = clock.waitMs(atMs);
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    if (event.act) device.keepAct({ ...event.act, occurredAt: new Date(atMs).toISOString() });
    if (event.fix) device.keepFix({ ...event.fix, recordedAt: new Date(atMs).toISOString() });
    const isOffline = script.gaps.some(
      ({ fromSeconds, toSeconds }) => event.atSeconds >= fromSeconds && event.atSeconds < toSeconds,
    );
    if (isOffline || (atMs - sentAtMs < SEND_EVERY_MS && !event.act)) continue;
    if (Date.now() - sentRealMs < SEND_EVERY_REAL_MS) continue;
    [sentAtMs, sentRealMs] = [atMs, Date.now()];
    await device.send();
  }
  await device.send();
  return device.tally;
}

interface TimedEvent {
  readonly atSeconds: number;
  readonly act?: object;
  readonly fix?: Omit<ClientFix, "recordedAt">;
}

function timeline({ acts, fixes }: DayScript): TimedEvent[] {
  return [
    ...acts.map(({ atSeconds, ...act }) => ({ atSeconds, act })),
    ...fixes.map(({ atSeconds, ...fix }) => ({ atSeconds, fix })),
  ].sort((a, b) => a.atSeconds - b.atSeconds);
}
