import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedServer, startEmbeddedServer } from "@/db/embedded/embedded-server";
import type { LatLng } from "@/server/domain/geo";
import { getImport } from "@/server/services/intake/get-import";
import { receiveOrderFile } from "@/server/services/intake/receive-order-file";
import { runImport } from "@/server/services/intake/run-import";
import { setImportMapping } from "@/server/services/intake/set-import-mapping";
import { editDelivery } from "@/server/services/order/edit-delivery";
import { getDelivery } from "@/server/services/order/get-delivery";
import { listDeliveries } from "@/server/services/order/list-deliveries";
import { createProject } from "@/server/services/project/create-project";
import { startWorkerProcess, type WorkerProcess } from "@/server/testing/worker-process";
import { bootCore, type Core } from "./boot-core";
import { createDemoOrganization, type DemoOrganization } from "./demo-accounts";
import { readEnv } from "./env";
import { createLogger } from "./logger";

/*
 * What happens when something is really killed: a worker in the middle of an import, PostgreSQL in the middle of an
 * edit. Processes, database and files are real and this test's own.
 */

const ROWS = 8000;
const BARCELONA: LatLng = { lat: 41.39, lng: 2.16 };
const PROJECT = { name: "Crash", timeZone: "Europe/Madrid", defaultCountry: "ES", currency: "EUR" };

let dataDir: string;
let server: EmbeddedServer;
let core: Core;
let demo: DemoOrganization;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "dray-crash-"));
  server = await startEmbeddedServer(dataDir);
  const env = readEnv({ ...process.env, NODE_ENV: "test", DATABASE_URL: server.url, DRAY_DATA_DIR: dataDir });
  core = await bootCore(env, createLogger("silent"));
  demo = await createDemoOrganization(core);
});

afterAll(async () => {
  await core.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe("killed in the middle", () => {
  test("an import whose worker dies goes on in another one: nothing lost, nothing doubled", async () => {
    const services = core.contextOf(demo.owner);
    const { id: projectId } = await createProject(services, PROJECT);
    const { importId: id } = await receiveOrderFile(services, {
      projectId,
      fileName: "orders.csv",
      bytes: orderFile("K"),
    });
    const counts = async () => (await getImport(services, { id })).counts;
    const { settings } = await getImport(services, { id });
    await setImportMapping(services, { id, settings: { ...settings, serviceDate: "2026-03-02" } });

    let worker: WorkerProcess = startWorkerProcess(server.url, dataDir);
    await expect.poll(async () => (await counts()).valid).toBe(ROWS);
    await runImport(services, { id });
    await expect.poll(async () => (await counts()).imported, { interval: 10 }).toBeGreaterThan(0);
    await worker.kill();

    const atDeath = await counts();
    expect(atDeath.imported).toBeLessThan(ROWS);
    expect(await deliveryCount(projectId)).toBe(atDeath.imported);

    worker = startWorkerProcess(server.url, dataDir);
    await expect.poll(async () => (await getImport(services, { id })).status).toBe("imported");
    await worker.stop();
    expect(await counts()).toMatchObject({ imported: ROWS, valid: 0, invalid: 0 });
    expect(await deliveryCount(projectId)).toBe(ROWS);
    const distinct = await core.database
      .raw`select count(distinct external_id)::int as n from delivery where project_id = ${projectId}`;
    expect(distinct[0]?.n).toBe(ROWS);
  });

  test("an edit during which PostgreSQL dies is refused whole, and works once it is back", async () => {
    const services = core.contextOf(demo.owner);
    const { id: projectId } = await createProject(services, { ...PROJECT, name: "Restart" });
    const { importId: id } = await receiveOrderFile(services, {
      projectId,
      fileName: "orders.csv",
      bytes: orderFile("R", 10),
    });
    const { settings } = await getImport(services, { id });
    await setImportMapping(services, { id, settings });
    const worker = startWorkerProcess(server.url, dataDir);
    await expect.poll(async () => (await getImport(services, { id })).counts.valid).toBe(10);
    await runImport(services, { id });
    await expect.poll(async () => (await getImport(services, { id })).status).toBe("imported");
    await worker.stop();
    const { rows } = await listDeliveries(services, { filter: { projectId } });
    const delivery = rows[0]!;
    const before = await getDelivery(services, { id: delivery.id });

    // The edit waits for a row that another session holds; then the server dies under both.
    const holder = core.database.raw.begin(async (tx) => {
      await tx`select 1 from delivery where id = ${delivery.id} for update`;
      await tx`select pg_sleep(600)`;
    });
    const holding = holder.catch((error: Error) => error);
    await expect.poll(() => sleepers()).toBe(1);
    const edit = editDelivery(services, { id: delivery.id, changes: { notes: "changed" } }).catch(
      (error: Error) => error,
    );
    await expect.poll(() => lockWaiters()).toBeGreaterThan(0);
    const pid = Number((await readFile(path.join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n", 1)[0]);
    process.kill(pid, "SIGKILL");
    expect(await edit).toMatchObject({ name: "ServiceError", code: "unavailable" });
    expect(await holding).toBeInstanceOf(Error);

    server = await startEmbeddedServer(dataDir);
    await expect.poll(() => getDelivery(services, { id: delivery.id }).catch(() => null)).toEqual(before);
    await editDelivery(services, { id: delivery.id, changes: { notes: "changed" } });
    expect((await getDelivery(services, { id: delivery.id })).input.notes).toBe("changed");
    const events = await core.database
      .raw`select count(*)::int as n from event where entity_id = ${delivery.id} and type = 'delivery.changed'`;
    expect(events[0]?.n).toBe(1);
  });
});

async function deliveryCount(projectId: string): Promise<number> {
  const [row] = await core.database.raw<
    { n: number }[]
  >`select count(*)::int as n from delivery where project_id = ${projectId}`;
  return row!.n;
}

async function sleepers(): Promise<number> {
  const [row] = await core.database.raw<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where wait_event = 'PgSleep'`;
  return row!.n;
}

async function lockWaiters(): Promise<number> {
  const [row] = await core.database.raw<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'`;
  return row!.n;
}

function orderFile(prefix: string, rows = ROWS): Uint8Array<ArrayBuffer> {
  const lines = ["external_id,name,address,postcode,city,country,lat,lon"];
  for (let i = 0; i < rows; i++) {
    const lat = (BARCELONA.lat + (i % 100) * 1e-4).toFixed(5);
    const lng = (BARCELONA.lng + Math.floor(i / 100) * 1e-4).toFixed(5);
    lines.push(`${prefix}-${i},Customer ${i},Carrer ${i} 1,08001,Barcelona,ES,${lat},${lng}`);
  }
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
