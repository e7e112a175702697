import { cpus, loadavg, totalmem } from "node:os";
import { hashToken } from "@/server/services/plan/hash-token";
import { startWebProcess } from "@/server/testing/worker-process";
import { bootCore } from "../boot-core";
import { env } from "../env";
import { createLogger } from "../logger";
import { cpuMilliseconds, residentBytes } from "../process-usage";
import { measureBurst, measureMisses, measureOpenPages, measurePacedBurst, measureRate } from "./measure-load";
import { measureBytes, measurePhone } from "./measure-phone";
import { prepareTrackDay, type TrackDay } from "./track-day";

/** What the measurements work on: a web process, and links to every door of a day. */
export interface TrackBench extends TrackDay {
  readonly url: string;
  /** All vans have just been seen. */
  seeVans(): Promise<void>;
  /** Links that open nothing any more. */
  withdraw(tokens: readonly string[]): Promise<void>;
  /** As if nobody had looked yet. */
  forgetTold(): Promise<void>;
  residentBytes(): Promise<number>;
  cpuMilliseconds(): Promise<number>;
}

const MEASUREMENTS: Readonly<Record<string, (bench: TrackBench) => Promise<Readonly<Record<string, number>>>>> = {
  paced: measurePacedBurst,
  burst: measureBurst,
  rate: measureRate,
  open: measureOpenPages,
  bytes: measureBytes,
  phone: measurePhone,
  misses: measureMisses,
};

const TARGETS = {
  beforeMapGzBytes: 25_000,
  mapGzBytes: 60_000,
  openP95Ms: 100,
  phoneLcpMs: 1500,
  phoneCls: 0.02,
  phoneInpMs: 100,
};

/** Measures customers' pages from outside; the last line is one JSON object. */
async function measureTrack(): Promise<void> {
  const chosen = process.argv.slice(2);
  const core = await bootCore(env, createLogger("error"));
  try {
    console.log("Preparing a day of 5,000 doors…");
    const day = await prepareTrackDay(core, (line) => console.log(`  ${line}`));
    const web = await startWebProcess(core.database.url, env.dataDir, "a secret for one bench, thirty-two and more");
    const bench: TrackBench = {
      ...day,
      url: web.url,
      seeVans: async () => void (await core.database.raw`update last_position set recorded_at = now()`),
      withdraw: async (tokens) =>
        void (await core.database
          .raw`update tracking_link set revoked_at = now() where token_hash in ${core.database.raw(tokens.map(hashToken))}`),
      forgetTold: async () => void (await core.database.raw`delete from customer_told`),
      residentBytes: () => residentBytes(web.pid),
      cpuMilliseconds: () => cpuMilliseconds(web.pid),
    };
    const figures: Record<string, unknown> = {};
    const loadAverages: Record<string, number> = {};
    try {
      for (const [name, measure] of Object.entries(MEASUREMENTS)) {
        if (chosen.length > 0 && !chosen.includes(name)) continue;
        const found: Record<string, unknown> = await measure(bench).catch((error: unknown) => ({
          [`${name}Failed`]: String(error),
        }));
        Object.assign(figures, found);
        loadAverages[name] = Math.round(loadavg()[0]! * 10) / 10;
        console.log(`  ${name}, load average ${loadAverages[name]}: ${JSON.stringify(found)}`);
      }
    } finally {
      await web.stop();
    }
    const memoryGiB = Math.round(totalmem() / 2 ** 30);
    const machine = { cpu: cpus()[0]?.model.trim(), cores: cpus().length, memoryGiB, node: process.version };
    console.log(
      JSON.stringify({ bench: "track", doors: day.tokens.length, figures, targets: TARGETS, loadAverages, machine }),
    );
  } finally {
    await core.close();
  }
}

await measureTrack();
