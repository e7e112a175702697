import { randomBytes } from "node:crypto";
import { quantile } from "../bench-board/quantile";
import type { TrackBench } from "./measure-track";
import { get, hold } from "./track-client";

type Figures = Readonly<Record<string, number>>;

const BURST_IN_FLIGHT = 200;
const PACED_SECONDS = 60;
const RATE_SECONDS = 8;
const RATE_IN_FLIGHT = 32;
const OPEN_PAGES = 1000;
const STEADY_SECONDS = 30;
/** Five thousand links an hour are 1.4 a second; this is fifteen times that. */
const STEADY_PER_SECOND = 21;
const CONNECT_AT_ONCE = 25;
const MISSES = 400;

const rounded = (value: number) => Math.round(value * 10) / 10;
const hundredths = (value: number) => Math.round(value * 100) / 100;
const upTo = (count: number) => (index: number) => index < count;

function spread(name: string, times: readonly number[]): Figures {
  return {
    [`${name}P50Ms`]: rounded(quantile(times, 0.5)),
    [`${name}P95Ms`]: rounded(quantile(times, 0.95)),
    [`${name}P99Ms`]: rounded(quantile(times, 0.99)),
  };
}

/** Runs `work` while there is more, so many in flight; the times of those answered 200, and how many were not. */
async function flight(
  isMore: (index: number) => boolean,
  inFlight: number,
  work: (index: number) => Promise<{ status: number; tookMs: number }>,
) {
  const times: number[] = [];
  let [next, failed] = [0, 0];
  const runner = async () => {
    while (isMore(next)) {
      const answer = await work(next++).catch(() => ({ status: 0, tookMs: 0 }));
      if (answer.status === 200) times.push(answer.tookMs);
      else failed++;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, runner));
  return { times, failed };
}

/** Five thousand customers open their link for the first time within a minute, as after a message to all of them. */
export async function measurePacedBurst({ url, tokens }: TrackBench): Promise<Figures> {
  const begun = performance.now();
  const gapMs = (PACED_SECONDS * 1000) / tokens.length;
  const { times, failed } = await flight(upTo(tokens.length), tokens.length, async (index) => {
    await new Promise((resolve) => setTimeout(resolve, index * gapMs));
    return get(`${url}/track/${tokens[index]}`, index);
  });
  return {
    pacedViews: times.length,
    pacedFailed: failed,
    pacedSeconds: rounded((performance.now() - begun) / 1000),
    ...spread("paced", times),
  };
}

/** All of them at once, as fast as they are answered. */
export async function measureBurst({ url, tokens, forgetTold, cpuMilliseconds }: TrackBench): Promise<Figures> {
  await forgetTold();
  const before = await cpuMilliseconds();
  const begun = performance.now();
  const { times, failed } = await flight(upTo(tokens.length), BURST_IN_FLIGHT, (index) =>
    get(`${url}/track/${tokens[index]}`, 100_000 + index),
  );
  return {
    burstViews: times.length,
    burstFailed: failed,
    burstSeconds: rounded((performance.now() - begun) / 1000),
    ...spread("burst", times),
    burstCpuMsPerView: hundredths(((await cpuMilliseconds()) - before) / times.length),
  };
}

/** How many pages a second are answered, seen before. */
export async function measureRate({ url, tokens, cpuMilliseconds }: TrackBench): Promise<Figures> {
  const until = performance.now() + RATE_SECONDS * 1000;
  const before = await cpuMilliseconds();
  const { times, failed } = await flight(
    () => performance.now() < until,
    RATE_IN_FLIGHT,
    (index) => get(`${url}/track/${tokens[index % tokens.length]}`, 200_000 + index),
  );
  return {
    pagesPerSecond: Math.round(times.length / RATE_SECONDS),
    rateFailed: failed,
    ...spread("rate", times),
    rateCpuMsPerPage: hundredths(((await cpuMilliseconds()) - before) / times.length),
  };
}

/** A thousand pages open with their streams, while more are opened. */
export async function measureOpenPages({ url, tokens, residentBytes, cpuMilliseconds }: TrackBench): Promise<Figures> {
  const before = await residentBytes();
  const leaves: (() => void)[] = [];
  const heard = new Set<number>();
  let refused = 0;
  for (let from = 0; from < OPEN_PAGES; from += CONNECT_AT_ONCE) {
    await Promise.all(
      Array.from({ length: CONNECT_AT_ONCE }, async (_, index) => {
        const page = from + index;
        const stream = hold(`${url}/track/${tokens[page]}/live`, 400_000 + page, () => heard.add(page));
        await stream.then((leave) => leaves.push(leave)).catch(() => void refused++);
      }),
    );
  }
  const cpuBefore = await cpuMilliseconds();
  const gapMs = 1000 / STEADY_PER_SECOND;
  const views = STEADY_SECONDS * STEADY_PER_SECOND;
  const { times, failed } = await flight(upTo(views), views, async (index) => {
    await new Promise((resolve) => setTimeout(resolve, index * gapMs));
    return get(`${url}/track/${tokens[(OPEN_PAGES + index) % tokens.length]}`, 600_000 + index);
  });
  const cpuShare = (await cpuMilliseconds()) - cpuBefore;
  const after = await residentBytes();
  for (const leave of leaves) leave();
  return {
    openPages: leaves.length,
    openPagesRefused: refused,
    openPagesHeard: heard.size,
    openViewsPerSecond: STEADY_PER_SECOND,
    openFailed: failed,
    ...spread("open", times),
    openCpuPercent: rounded(cpuShare / (STEADY_SECONDS * 10)),
    memoryPerOpenPageKiB: Math.round((after - before) / 1024 / OPEN_PAGES),
  };
}

/** How much longer a link that was withdrawn takes to open nothing than one that never was: nothing, or it tells. */
export async function measureMisses({ url, tokens, withdraw }: TrackBench): Promise<Figures> {
  const withdrawn = tokens.slice(-MISSES);
  await withdraw(withdrawn);
  const [known, unknown]: [number[], number[]] = [[], []];
  // Turn by turn, so that whatever else the machine does falls on both; eight a caller, so that none is limited.
  for (const [turn, token] of withdrawn.entries()) {
    const never = randomBytes(32).toString("base64url");
    unknown.push((await get(`${url}/track/${never}`, 200_000 + (turn >> 3))).tookMs);
    known.push((await get(`${url}/track/${token}`, 300_000 + (turn >> 3))).tookMs);
  }
  const [knownMs, unknownMs] = [quantile(known, 0.5), quantile(unknown, 0.5)];
  return { missP50Ms: rounded(unknownMs), withdrawnOverUnknown: hundredths(knownMs / unknownMs) };
}
