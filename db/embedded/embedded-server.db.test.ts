import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { expect, test } from "vitest";
import { removeAbandoned } from "../testing/test-folder";
import { startEmbeddedServer } from "./embedded-server";

const answers = async (url: string): Promise<boolean> => {
  const probe = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  const isThere = await probe`select 1`.then(
    () => true,
    () => false,
  );
  await probe.end({ timeout: 1 });
  return isThere;
};

test("a running server is shared with guests, and an orphan finds a new parent who ends it", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dray-embedded-"));
  const owner = await startEmbeddedServer(dataDir);
  const guest = await startEmbeddedServer(dataDir);
  expect(guest.url).toBe(owner.url);
  await guest.stop();
  expect(await answers(owner.url)).toBe(true);

  // As after a crash: the file names a process that is no more.
  const settingsFile = path.join(dataDir, "postgres.json");
  const settings = JSON.parse(await readFile(settingsFile, "utf8"));
  await writeFile(settingsFile, JSON.stringify({ ...settings, ownerPid: 2 ** 22 - 1 }));
  const heir = await startEmbeddedServer(dataDir);
  expect(heir.url).toBe(owner.url);
  await heir.stop();
  expect(await answers(owner.url)).toBe(false);
  await rm(dataDir, { recursive: true, force: true });
});

test("folders of killed runs are removed after a day, not those of a run that still goes on or of somebody else", async () => {
  const parent = await mkdtemp(path.join(tmpdir(), "dray-embedded-"));
  const ago = new Date(Date.now() - 25 * 3_600_000);
  const folder = async (name: string, settings?: string) => {
    const at = path.join(parent, name);
    await mkdir(at);
    if (settings) await writeFile(path.join(at, "postgres.json"), settings);
    if (!name.endsWith("new")) await utimes(at, ago, ago);
  };
  const ownedBy = (ownerPid: number) => JSON.stringify({ port: 1, password: "", ownerPid });
  await folder("dray-e2e-1-unreadable", "{");
  await folder("dray-e2e-2-killed", ownedBy(2 ** 22 - 1));
  await folder("dray-e2e-3-new");
  await folder("dray-test-1-unreadable", "{");
  await folder("dray-test-2-killed");
  await folder("dray-test-3-living", ownedBy(process.pid));
  await folder("other");
  await removeAbandoned(parent);
  const left = ["dray-e2e-1-unreadable", "dray-e2e-3-new", "dray-test-1-unreadable", "dray-test-3-living", "other"];
  expect((await readdir(parent)).toSorted()).toEqual(left);
  await rm(parent, { recursive: true, force: true });
});
