import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type SeededRandom, seededRandom } from "@/db/seed/seeded-random";
import { startOfDay } from "@/server/domain/time/zoned-time";
import type { ClientAnswer, ClientFix, DriverClient } from "./driver-client";
import { type DayScript, scriptDay } from "./script-day";
import type { SimulatedClock } from "./simulated-clock";

export interface DriveOptions {
  readonly clock: SimulatedClock;
  readonly seed: number;
  readonly fixEverySeconds: number;
  readonly signal: AbortSignal;
}

export interface DriveTally {
  acts: number;
  fixes: number;
  applied: number;
  duplicates: number;
  superseded: number;
  rejected: number;
  failures: number;
}

/** A batch goes out at most as often, by the simulated clock. */
const SEND_EVERY_MS = 10_000;
const MOST_FIXES = 200;
const MOST_OPS = 100;

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
  let sentAtMs = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const atMs = midnightMs + event.atSeconds * 1000;
    const waitMs = clock.waitMs(atMs);
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) break;
    if (event.act) device.keepAct({ ...event.act, occurredAt: new Date(atMs).toISOString() });
    if (event.fix) device.keepFix({ ...event.fix, recordedAt: new Date(atMs).toISOString() });
    const isOffline = script.gaps.some(
      ({ fromSeconds, toSeconds }) => event.atSeconds >= fromSeconds && event.atSeconds < toSeconds,
    );
    if (isOffline || (atMs - sentAtMs < SEND_EVERY_MS && !event.act)) continue;
    sentAtMs = atMs;
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

/** What waits on the phone, and how it goes out. */
class SimulatedDevice {
  readonly tally: DriveTally = {
    acts: 0,
    fixes: 0,
    applied: 0,
    duplicates: 0,
    superseded: 0,
    rejected: 0,
    failures: 0,
  };
  readonly #client: DriverClient;
  readonly #random: SeededRandom;
  #acts: object[] = [];
  #fixes: ClientFix[] = [];
  #deviceSeq = 0;

  constructor(client: DriverClient, random: SeededRandom) {
    this.#client = client;
    this.#random = random;
  }

  keepAct(act: object): void {
    this.#acts.push({ opId: randomUUID(), deviceSeq: ++this.#deviceSeq, ...act });
    this.tally.acts++;
  }

  keepFix(fix: ClientFix): void {
    this.#fixes.push(fix);
  }

  /** Sends what waits; what does not get through goes on waiting. */
  async send(): Promise<void> {
    try {
      while (this.#acts.length > 0) {
        const batch = this.#acts.slice(0, MOST_OPS);
        this.#count(await this.#client.sendOps(batch));
        // The answer was lost on the way: the device cannot know, and sends the same again.
        if (this.#random.chance(0.05)) continue;
        this.#acts = this.#acts.slice(batch.length);
      }
      while (this.#fixes.length > 0) {
        const batch = this.#fixes.slice(0, MOST_FIXES);
        await this.#client.sendFixes(batch);
        this.#fixes = this.#fixes.slice(batch.length);
        this.tally.fixes += batch.length;
      }
    } catch {
      this.tally.failures++;
    }
  }

  #count(answers: readonly ClientAnswer[]): void {
    for (const { verdict } of answers) {
      if (verdict === "duplicate") this.tally.duplicates++;
      else this.tally[verdict]++;
    }
  }
}
