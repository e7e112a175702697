import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDialectApp } from "@/server/api/kernel/create-dialect-app";
import { optimoroute } from "./optimoroute";
import { type FleetAccount, fleetAccount, runPlannings } from "./testing/fleet";

const run = promisify(execFile);
const VENDOR = "https://api.optimoroute.com/v1";

let mine: FleetAccount;
let server: Server;
let base: string;
let folder: string;

beforeAll(async () => {
  mine = await fleetAccount();
  await mine.addDriver("001", { externalId: "3945300304540", serial: "011" });
  const app = createDialectApp(optimoroute, mine.access);
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${optimoroute.basePath}`;
  folder = await mkdtemp(join(tmpdir(), "requests-"));
});
afterAll(async () => {
  server.close().closeAllConnections();
  await rm(folder, { recursive: true });
});

/** Runs a line of the document as it stands there, but for the address, the key and a planning's number. */
async function line(command: string, body?: object, planningId = 0) {
  if (body) await writeFile(join(folder, "reqbody.json"), JSON.stringify(body));
  const meant = command.replace(VENDOR, base).replace("AUTH_KEY", mine.secret).replace("8828", String(planningId));
  const { stdout } = await run("sh", ["-c", `${meant} -s`], { cwd: folder });
  return JSON.parse(stdout);
}

const send = (method: string) => `curl -d '@reqbody.json' '${VENDOR}/${method}?key=AUTH_KEY'`;

describe("the document's own lines", () => {
  test("plan a day, ask how far it is, stop it, and read its routes", async ({ skip }) => {
    const hasCurl = await run("curl", ["--version"]).then(
      () => true,
      () => false,
    );
    if (!hasCurl) skip("there is no curl here");
    const location = { latitude: 55.69, longitude: 12.56, locationName: "Shop" };
    const order = { operation: "CREATE", orderNo: "ORD001", date: "2032-03-16", type: "D", duration: 10, location };
    expect(await line(send("create_order"), order)).toMatchObject({ success: true });

    const { planningId } = await line(send("start_planning"), { date: "2032-03-16" });
    const ask = `curl '${VENDOR}/get_planning_status?key=AUTH_KEY&planningId=8828'`;
    expect(await line(ask, undefined, planningId)).toEqual({ success: true, status: "N", percentageComplete: 0 });
    expect(await line(send("stop_planning"), { " planningId": planningId })).toEqual({ success: true });
    expect(await line(ask, undefined, planningId)).toMatchObject({ success: true, status: "C" });

    await line(send("start_planning"), { date: "2032-03-16" });
    await runPlannings(mine);
    const none = await line(`curl '${VENDOR}/get_routes?key=AUTH_KEY&date=2013-12-20'`);
    expect(none).toEqual({ success: true, routes: [] });
    const read = `curl '${VENDOR}/get_routes?key=AUTH_KEY&date=2032-03-16&driverSerial=011&includeRoutePolyline=true'`;
    const { routes } = await line(read);
    expect(routes).toMatchObject([{ driverSerial: "011", stops: [{ orderNo: "ORD001" }] }]);
    expect(routes[0].routePolyline).not.toBe("");

    const parameters = { externalId: "3945300304540", date: "2032-03-16", workTimeFrom: "09:30", workTimeTo: "18:00" };
    expect(await line(send("update_driver_parameters"), parameters)).toEqual({ success: true });
    expect((await line(read)).routes).toEqual([]);
    const { date, externalId } = parameters;
    const updates = [{ driver: { externalId }, date, workTime: { from: "08:15", to: "16:15" }, vehicleCapacity1: 100 }];
    const answer = { updates: [{ success: true, driver: { externalId }, date }], success: true };
    expect(await line(send("update_drivers_parameters"), { updates })).toEqual(answer);
    const positions = [{ timestamp: 1692186190, latitude: 45.805945, longitude: 16.237825, speed: 0, accuracy: 10.1 }];
    const said = await line(send("update_drivers_positions"), { updates: [{ driver: { externalId }, positions }] });
    expect(said).toEqual({ updates: [{ success: true, driver: { externalId } }], success: true });
  });

  test("without a key, and with a wrong one", async () => {
    const body = await (await fetch(`${base}/get_planning_status?planningId=1`)).json();
    expect(body).toMatchObject({ success: false, code: "AUTH_KEY_MISSING" });
    const wrong = await (await fetch(`${base}/get_planning_status?key=nobody&planningId=1`)).json();
    expect(wrong).toMatchObject({ success: false, code: "AUTH_KEY_UNKNOWN" });
  });
});
