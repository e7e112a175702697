import { startOfDay } from "@/server/domain/time/zoned-time";
import type { DayWanted, DeskClient } from "./desk-client";
import { driveRoute } from "./drive-route";
import { type DriveTally, sumTallies } from "./drive-tally";
import { DriverClient } from "./driver-client";
import { SimulatedClock } from "./simulated-clock";

export interface SimulationOptions extends DayWanted {
  readonly drivers: number;
  readonly speed: number;
  readonly fixEverySeconds: number;
  /** Real minutes after which it ends, wherever the day is. */
  readonly minutes: number;
  readonly seed: number;
  /** Somebody has driven until now: only what is still to come is lived. */
  readonly drivesOn?: boolean;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

const REPORT_EVERY_MILLISECONDS = 15_000;
/** Drivers accept their routes before they leave. */
const BEFORE_FIRST_START_SECONDS = 1800;

/** Brings a day as far as it needs to be, then drives its routes all at once. Answers with what went over the wire. */
export async function simulateDay(desk: DeskClient, options: SimulationOptions): Promise<DriveTally> {
  const { date, drivers, speed, seed, say } = options;
  const { planId, stops, routes } = await desk.plannedDay(options);
  const links = (await desk.links(planId)).slice(0, drivers);
  say(`${date}: ${stops} stops on ${routes} routes; ${links.length} drivers set out at ${speed}×.`);
  if (links.length === 0) throw new Error("no route has a link to drive by");
  const clients = links.map(({ link }) => new DriverClient(() => desk.baseUrl, link));
  const startMs = await firstStartMs(clients);
  if (startMs > Date.now())
    say(`The first of them sets out at ${new Date(startMs).toISOString()}: until then nothing moves.`);
  const fromMs = options.drivesOn ? Date.now() : Number.NEGATIVE_INFINITY;
  const clock = new SimulatedClock(Math.max(startMs, fromMs), speed);
  const limit = AbortSignal.timeout(options.minutes * 60_000);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  const reporter = setInterval(() => say(`  ${new Date(clock.nowMs()).toISOString()}`), REPORT_EVERY_MILLISECONDS);
  try {
    const ends = await Promise.allSettled(
      clients.map((client, index) =>
        driveRoute(client, {
          clock,
          fromMs,
          seed: seed * 1000 + index,
          fixEverySeconds: options.fixEverySeconds,
          signal,
        }),
      ),
    );
    for (const end of ends) if (end.status === "rejected") say(`  a driver gave up: ${end.reason}`);
    const total = sumTallies(ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : [])));
    say(JSON.stringify({ drivers: links.length, ...total }));
    return total;
  } finally {
    clearInterval(reporter);
  }
}

/** When the first driver takes up his phone. */
async function firstStartMs(clients: readonly DriverClient[]): Promise<number> {
  const starts = clients.map(async (client) => {
    await client.open();
    const { sheet } = await client.route();
    const midnightMs = startOfDay(sheet.date, sheet.timeZone).getTime();
    return midnightMs + (sheet.startSeconds - BEFORE_FIRST_START_SECONDS) * 1000;
  });
  return Math.min(...(await Promise.all(starts)));
}
