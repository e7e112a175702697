import type { Database } from "@/db/client";
import type { Figures, LiveBench } from "./live-bench";
import { bearer, post } from "./live-client";

const SECONDS = 10;
const BATCH = 20;
const SENDERS = 24;
const PLAIN_WRITERS = 2;
const HOUR_MS = 3600_000;

/** Fixes a second over HTTP in batches of 20, and what plain multi-row inserts of such rows reach right before and after. */
export async function measureIngest(bench: LiveBench): Promise<Figures> {
  const { url, tokens, database } = bench;
  const plainBefore = await plainInserts(database, BATCH, 0);
  const plainWideBefore = await plainInserts(database, 1000, 1);
  const cpuBefore = await bench.cpuMilliseconds();
  const { stored, perSecond, refused } = await overHttp(url, tokens);
  const serverCpuMs = (await bench.cpuMilliseconds()) - cpuBefore;
  const plainAfter = await plainInserts(database, BATCH, 2);
  const plainWideAfter = await plainInserts(database, 1000, 3);
  const plain = Math.round((plainBefore + plainAfter) / 2);
  const wide = Math.round((plainWideBefore + plainWideAfter) / 2);
  return {
    fixesPerSecond: perSecond,
    fixesRefused: refused,
    serverCpuMicrosecondsPerFix: Math.round((serverCpuMs / stored) * 1000),
    plainPerSecond: plain,
    ratioToPlain: round(perSecond / plain),
    plainPerSecondBy1000: wide,
    ratioToPlainBy1000: round(perSecond / wide),
  };
}

async function overHttp(url: string, tokens: readonly string[]) {
  const startedAt = performance.now();
  const startMs = Date.now() - 2 * HOUR_MS;
  let [stored, refused, next] = [0, 0, 0];
  const sender = async () => {
    while (performance.now() - startedAt < SECONDS * 1000) {
      const turn = next++;
      const driver = turn % tokens.length;
      const first = startMs + Math.floor(turn / tokens.length) * BATCH * 1000;
      const fixes = Array.from({ length: BATCH }, (_, index) => fixAt(first + index * 1000, driver));
      const answer = await post(`${url}/api/run/positions`, JSON.stringify({ fixes }), bearer(tokens[driver]!));
      if (answer.status === 200) stored += BATCH;
      else refused += BATCH;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return { stored, perSecond: Math.round((stored / (performance.now() - startedAt)) * 1000), refused };
}

/** A fix that a van could have: it goes round its town at 36 km/h. */
export function fixAt(ms: number, driver: number) {
  const angle = (ms / 1000) * 0.002 + driver;
  const [lat, lng] = [41.395 + Math.sin(angle) * 0.045, 2.165 + Math.cos(angle) * 0.06];
  return { recordedAt: new Date(ms).toISOString(), lat, lng, accuracyMeters: 6, speedMps: 10, batteryPercent: 70 };
}

/** Rows a second by plain inserts of so many rows a statement, each its own transaction, as the tables' owner. */
async function plainInserts({ raw }: Database, rows: number, round: number): Promise<number> {
  const [{ organizationId, driverId }] = (await raw`
    select organization_id as "organizationId", id as "driverId" from driver limit 1`) as never as [
    { organizationId: string; driverId: string },
  ];
  const startMs = Date.now() - (30 + round * 10) * HOUR_MS;
  const from = new Date(startMs).toISOString().slice(0, 10);
  await raw`select ensure_position_partitions(${from}::date, ${from}::date + 1)`;
  const startedAt = performance.now();
  let next = 0;
  const writer = async () => {
    while (performance.now() - startedAt < 4000) {
      const first = startMs + next++ * rows * 20;
      const batch = Array.from({ length: rows }, (_, index) => {
        const { recordedAt, accuracyMeters, speedMps, batteryPercent, ...place } = fixAt(first + index * 20, 0);
        const readings = { accuracy_meters: accuracyMeters, speed_mps: speedMps, battery_percent: batteryPercent };
        const key = { organization_id: organizationId, driver_id: driverId, recorded_at: recordedAt };
        return { ...key, ...place, ...readings, received_at: recordedAt, is_jump: false };
      });
      await raw`insert into position ${raw(batch)}`;
    }
  };
  await Promise.all(Array.from({ length: PLAIN_WRITERS }, writer));
  return Math.round(((next * rows) / (performance.now() - startedAt)) * 1000);
}

const round = (value: number) => Math.round(value * 100) / 100;
