import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

/*
 * How a process with the embedded database ends, each time a real one in a group of its own, as a terminal starts it, and
 * each time on the data the one before has left.
 */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
let dataDir: string;
const groups: number[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "dray-shutdown-"));
});
afterAll(async () => {
  for (const group of groups) endWhatIsLeft(group);
  await rm(dataDir, { recursive: true, force: true });
});

test("a terminal's Ctrl-C, told twice and the database too, is one signal to end in order", async () => {
  const run = await start(
    `onShutdown(log, async () => { say("closing"); await databaseEnds(); await server.stop(); })`,
  );
  process.kill(-run.pid, "SIGINT");
  // The one passed on: another kind, for two of one kind that wait to be heard are one to the system.
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
  expect(run.output()).toContain("closing");
  expectNoDatabase();
});

test("a terminal that is closed ends the process in order", async () => {
  const run = await start(`onShutdown(log, async () => { say("closing"); await server.stop(); })`);
  process.kill(-run.pid, "SIGHUP");
  expect(await run.ended).toBe(0);
  expect(run.output()).toContain("closing");
  expectNoDatabase();
});

test("an end that fails takes the database with it", async () => {
  const run = await start(`onShutdown(log, async () => { throw new Error("stuck"); })`);
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(1);
  await expect.poll(isDatabaseThere).toBe(false);
});

test("who asks again ends at once, and the database too", async () => {
  const run = await start(`onShutdown(log, () => new Promise(() => {}))`);
  const asking = setInterval(() => run.child.kill("SIGINT"), 200);
  expect(await run.ended).toBe(1);
  clearInterval(asking);
  await expect.poll(isDatabaseThere).toBe(false);
});

test("a process that ends by itself keeps its code, and before it answers signals the library does", async () => {
  const left = await start("process.exit(3)");
  expect(await left.ended).toBe(3);
  await expect.poll(isDatabaseThere).toBe(false);
  const stopped = await start("await server.stop(); process.exitCode = 4; clearInterval(alive)");
  expect(await stopped.ended).toBe(4);
  const told = await start("");
  told.child.kill("SIGTERM");
  expect(await told.ended).toBe(128 + 15);
  expectNoDatabase();
});

interface Run {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The code it ends with, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  output(): string;
}

/** A process that has started the database and then done `what`. */
async function start(what: string): Promise<Run> {
  const script = `
    import { existsSync } from "node:fs";
    import { startEmbeddedServer } from "${ROOT}db/embedded/embedded-server.ts";
    import { onShutdown } from "${ROOT}server/main/on-shutdown.ts";
    const say = (line) => console.log(line);
    const log = { error: () => {} };
    const server = await startEmbeddedServer(${JSON.stringify(dataDir)});
    const alive = setInterval(() => {}, 1000);
    const databaseEnds = async () => {
      while (existsSync(${JSON.stringify(pidFile())})) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    ${what};
    say("ready");`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, TSX_TSCONFIG_PATH: "server/tsconfig.json" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  groups.push(child.pid!);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  let isOver = false;
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => {
      isOver = true;
      resolve(code ?? signal ?? "unknown");
    });
  });
  await expect.poll(() => isOver || output.includes("ready"), { message: output }).toBe(true);
  return { child, pid: child.pid!, ended, output: () => output };
}

/** After a test that failed the process and its database may still be there. */
function endWhatIsLeft(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // Nothing is left.
  }
}

const pidFile = () => path.join(dataDir, "postgres", "postmaster.pid");
const isDatabaseThere = () => existsSync(pidFile());
function expectNoDatabase(): void {
  expect(isDatabaseThere(), "no database is left behind").toBe(false);
}
