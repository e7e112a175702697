import { startOfDay } from "@/server/domain/time/zoned-time";
import type { DeskClient } from "./desk-client";
import { driveRoute } from "./drive-route";
import { DriverClient } from "./driver-client";
import { SimulatedClock } from "./simulated-clock";
import type { DriveTally } from "./simulated-device";

export interface SimulationOptions {
  readonly date: string;
  readonly drivers: number;
  readonly speed: number;
  readonly fixEverySeconds: number;
  /** Real minutes after which it ends, wherever the day is. */
  readonly minutes: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

const SEARCH_SECONDS = 10;
const REPORT_EVERY_MILLISECONDS = 15_000;
/** Drivers accept their routes before they leave. */
const BEFORE_FIRST_START_SECONDS = 1800;

/** Brings a day as far as it needs to be, then drives its routes all at once. Answers with what went over the wire. */
export async function simulateDay(desk: DeskClient, options: SimulationOptions): Promise<DriveTally> {
  const { date, drivers, speed, seed, say } = options;
  const { planId, stops, routes } = await desk.plannedDay(date, SEARCH_SECONDS);
  const links = (await desk.links(planId)).slice(0, drivers);
  say(`${date}: ${stops} stops on ${routes} routes; ${links.length} drivers set out at ${speed}×.`);
  if (links.length === 0) throw new Error("no route has a link to drive by");
  const clients = links.map(({ link }) => new DriverClient(() => desk.baseUrl, link));
  const clock = new SimulatedClock(await firstStartMs(clients[0]!), speed);
  const limit = AbortSignal.timeout(options.minutes * 60_000);
  const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit;
  const reporter = setInterval(() => say(`  ${new Date(clock.nowMs()).toISOString()}`), REPORT_EVERY_MILLISECONDS);
  try {
    const ends = await Promise.allSettled(
      clients.map((client, index) =>
        driveRoute(client, { clock, seed: seed * 1000 + index, fixEverySeconds: options.fixEverySeconds, signal }),
      ),
    );
    for (const end of ends) if (end.status === "rejected") say(`  a driver gave up: ${end.reason}`);
    const total = sum(ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : [])));
    say(JSON.stringify({ drivers: links.length, ...total }));
    return total;
  } finally {
    clearInterval(reporter);
  }
}

async function firstStartMs(client: DriverClient): Promise<number> {
  await client.open();
  const { sheet } = await client.route();
  const midnightMs = startOfDay(sheet.date, sheet.timeZone).getTime();
  return midnightMs + (sheet.startSeconds - BEFORE_FIRST_START_SECONDS) * 1000;
}

function sum(tallies: readonly DriveTally[]): DriveTally {
  const total: DriveTally = {
    acts: 0,
    fixes: 0,
    applied: 0,
    duplicates: 0,
    superseded: 0,
    rejected: 0,
    failures: 0,
  };
  for (const tally of tallies) {
    for (const key of Object.keys(total) as (keyof DriveTally)[]) total[key] += tally[key];
  }
  return total;
}
