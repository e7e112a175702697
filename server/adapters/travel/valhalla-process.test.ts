import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type RoadEngine, RoadRefusal, RoadsUnavailable } from "./road-engine";
import { createRoadTravel } from "./road-travel";
import { createValhallaProcess } from "./valhalla-process";

// Speaks valhalla-worker's messages; the latitude asked about decides how it behaves.
const WORKER = `
process.on("disconnect", () => process.exit(0));
let asked = 0;
process.on("message", ({ positions: [{ lat }] }) => {
  asked++;
  if (lat === 66) process.kill(process.pid, "SIGSEGV");
  else if (lat === 77) return;
  else if (lat === 88) process.send({ kind: "refused", message: "No suitable edges near location" });
  else process.send({ kind: "answer", answer: [asked, process.pid, new Int32Array([lat])] });
});
process.send(process.argv[2] === "broken" ? { kind: "unusable", message: "no such file" } : { kind: "ready" });
`;

let folder: string;
let workerPath: string;
const opened: RoadEngine[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "valhalla-process-"));
  workerPath = join(folder, "worker.mjs");
  await writeFile(workerPath, WORKER);
});
afterEach(() => Promise.all(opened.splice(0).map((roads) => roads.close())));
afterAll(() => rm(folder, { recursive: true }));

function start(tileDir = "tiles", timeoutMs = 30_000) {
  const roads = createValhallaProcess({ tileDir, timeoutMs, workerPath });
  opened.push(roads);
  return {
    roads,
    ask: (lat: number) =>
      roads.ask({ kind: "locate", profile: "van", positions: [{ lat, lng: 0 }] }) as unknown as Promise<
        [asked: number, pid: number, lats: Int32Array]
      >,
  };
}

test("answers in the order asked, in one other process, with typed arrays intact", async () => {
  const { ask } = start();
  const answers = await Promise.all([ask(1), ask(2), ask(3)]);
  expect(answers.map(([asked, , lats]) => [asked, lats])).toEqual([1, 2, 3].map((lat) => [lat, Int32Array.of(lat)]));
  expect(new Set(answers.map(([, pid]) => pid)).size).toBe(1);
  expect(answers[0]![1]).not.toBe(process.pid);
});

test("a crash fails the one question and the next gets a fresh process", async () => {
  const { ask } = start();
  const [, firstPid] = await ask(1);
  const crash = ask(66);
  const next = ask(2);
  await expect(crash).rejects.toThrow(RoadsUnavailable);
  await expect(crash).rejects.toThrow("SIGSEGV");
  expect((await next)[1]).not.toBe(firstPid);
});

test("a call that hangs is cut off", async () => {
  const { ask } = start("tiles", 300);
  await expect(ask(77)).rejects.toThrow("did not answer within 300 ms");
});

test("a refusal is not a failure: the process stays", async () => {
  const { ask } = start();
  const [, pid] = await ask(1);
  await expect(ask(88)).rejects.toThrow(new RoadRefusal("No suitable edges near location"));
  expect((await ask(1))[1]).toBe(pid);
});

test("after three crashes in a row it is left alone for a while", async () => {
  const { ask } = start();
  const crashes = await Promise.allSettled([ask(66), ask(66), ask(66), ask(1)]);
  expect(crashes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
  await expect(ask(1)).rejects.toThrow("resting");
});

test("says why it cannot be used, and nothing is answered after closing", async () => {
  const broken = start("broken");
  await expect(broken.ask(1)).rejects.toThrow("no such file");
  const { roads, ask } = start();
  await ask(1);
  await roads.close();
  await expect(ask(1)).rejects.toThrow("closed");
});

describe("the real program", () => {
  /** The real worker where importing the optional package fails as it does with a foreign processor or no package. */
  async function brokenBy(message: string): Promise<string> {
    const hook = `export async function resolve(specifier, context, next) {
      if (specifier.includes("valhallajs")) throw new Error(${JSON.stringify(message)});
      return next(specifier, context);
    }`;
    const path = join(folder, "broken-worker.mjs");
    const worker = new URL("./valhalla-worker.ts", import.meta.url).href;
    await writeFile(
      path,
      `import { register } from "node:module";
      register("data:text/javascript,${encodeURIComponent(hook)}");
      await import(${JSON.stringify(worker)});`,
    );
    return path;
  }

  test("installed but not loadable, it says so, and whoever asked for times gets estimates", async () => {
    const message = "libvalhalla.so: cannot open shared object file";
    const workerPath = await brokenBy(message);
    const { travel, positions } = threeDoors(createValhallaProcess({ tileDir: "tiles", workerPath }));
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "estimate", unreachable: [] });
    expect(matrix.roadsFailure).toContain(message);
    expect((await travel.legs(positions, "van")).map(({ source }) => source)).toEqual(["estimate", "estimate"]);
  });

  test("whose tiles are gone knows no road anywhere, which says nothing about the places", async () => {
    const { travel, positions } = threeDoors(createValhallaProcess({ tileDir: join(folder, "nowhere") }));
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "estimate", unreachable: [] });
    expect(matrix.roadsFailure).toBeTruthy();
  });
});

function threeDoors(roads: RoadEngine) {
  opened.push(roads);
  const source = { name: "town", version: () => "1", maxDoors: 100, open: () => roads };
  const travel = createRoadTravel({
    sources: [source],
    store: { find: async () => undefined, save: async () => {} },
  });
  return { travel, positions: [0, 1, 2].map((step) => ({ lat: 55.6 + step / 100, lng: 12.5 })) };
}
