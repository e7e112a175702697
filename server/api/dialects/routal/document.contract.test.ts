import { execFile, spawn } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDialectApp } from "@/server/api/kernel/create-dialect-app";
import { routal } from "./routal";
import { dailyFlow } from "./testing/programs/daily-flow";
import { type Shop, shop } from "./testing/shop";
import { dressKey } from "./token";

const run = promisify(execFile);
const PROGRAMS = new URL("testing/programs/", import.meta.url).pathname;
const works = (command: string, ...args: string[]) =>
  run(command, args).then(
    () => true,
    () => false,
  );

let it: Shop;
let server: Server;
let base: string;
beforeAll(async () => {
  it = await shop({ vans: 1 });
  const app = createDialectApp(routal, it.access);
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${routal.basePath}`;
});
afterAll(() => server.close().closeAllConnections());

const place = (index: number) => ({ lat: 55.67 + (index % 9) * 0.002, lng: 12.55 + (index % 40) * 0.001 });
const order = (index: number) => ({
  id: `ORD-${index}`,
  customerName: "Alice Doe",
  addressLine: `Carrer del Bruc ${index}`,
  ...place(index),
  phoneE164: "+34600111222",
  email: "alice@example.com",
  weightKg: 1.4,
  windowFromSec: 32_400,
  windowToSec: 75_600,
});

describe("the recipe's own programs", () => {
  test("curl: a plan, a stop, optimize, dispatch", async ({ skip }) => {
    if (!(await works("curl", "--version"))) skip("there is no curl here");
    const key = dressKey(it.secret);
    const curl = async (method: string, path: string, body?: string) => {
      const json = body === undefined ? [] : ["-H", "Content-Type: application/json", "-d", body];
      const { stdout } = await run("curl", ["-s", "-f", "-X", method, `${base}${path}`, ...json]);
      return JSON.parse(stdout);
    };
    const day = '{ "label": "Daily — 2026-05-22", "execution_date": "2026-05-22" }';
    const plan = await curl("POST", `/v2/plan?private_key=${key}&project_id=${it.project_id}`, day);
    const push = `/v2/stops?private_key=${key}&plan_id=${plan.id}&project_id=${it.project_id}`;
    const [stop] = await curl(
      "POST",
      push,
      `[{
        "external_id": "ORD-10042",
        "label": "Alice Doe — 12 Carrer del Bruc",
        "location": { "lat": 55.6755, "lng": 12.5634, "address": "Carrer del Bruc 12, 08010 Barcelona" },
        "duration": 180,
        "time_windows": [[32400, 75600]],
        "phone": "+34600111222",
        "email": "alice@example.com",
        "weight": 1.4,
        "tasks": [
          { "type": "scan", "label": "Scan tracking barcode" },
          { "type": "signature", "label": "Customer signature" }
        ]
      }]`,
    );
    expect(stop).toMatchObject({ external_id: "ORD-10042", plan_id: plan.id, route_id: null });
    await curl("POST", `/v2/plan/${plan.id}/optimize?private_key=${key}`);
    const [route] = await curl("GET", `/v2/plan/${plan.id}/routes?private_key=${key}`);
    const sent = await curl("POST", `/v2/route/${route.id}/dispatch?private_key=${key}`);
    expect(sent).toEqual({ email: "van1@example.com", public_link: expect.stringMatching(/\/run\/[\w-]{43}$/) });
  });

  test("TypeScript, with openapi-fetch: pushed in chunks, what is too much rolls over to tomorrow, dispatched", async () => {
    const own = await shop();
    await own.addVans(1, { default_max_services: 4 });
    const key = dressKey(own.secret);
    const app = createDialectApp(routal, own.access);
    const near = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    await new Promise<void>((resolve) => near.listen(0, "127.0.0.1", resolve));
    const at = `http://127.0.0.1:${(near.address() as AddressInfo).port}${routal.basePath}`;
    try {
      const flow = dailyFlow(at, key, own.project_id);
      const [today, tomorrow, big] = [
        await own.planOn("2031-05-22"),
        await own.planOn("2031-05-23"),
        await own.planOn("2031-05-24"),
      ];
      const orders = Array.from({ length: 6 }, (_, index) => order(index));
      expect(await flow.pushDailyOrders(today.id, orders)).toEqual({ created: 6 });
      expect(await flow.pushDailyOrders(today.id, orders)).toEqual({ created: 0 });
      const { rolled_over, error } = await flow.optimizeOrRollOver(today.id, tomorrow.id);
      expect([rolled_over, error?.message_id]).toEqual([2, "highway.optimization.error.no_result_found"]);
      expect(await own.done("GET", `/v2/plan/${tomorrow.id}/stops`)).toHaveLength(2);
      expect(await flow.dispatchPlan(today.id)).toHaveLength(1);
      const many = Array.from({ length: 251 }, (_, index) => order(1000 + index));
      expect(await flow.pushDailyOrders(big.id, many)).toEqual({ created: 251 });
      expect((await own.planOn("2031-05-24")).total_stops).toBe(251);
    } finally {
      near.close().closeAllConnections();
    }
  });

  test("Python: pushed once however often it runs, optimized and dispatched", async ({ skip }) => {
    if (!(await works("python3", "--version"))) skip("there is no Python here");
    const hasRequests = await works("python3", "-c", "import requests");
    const plan = await it.planOn("2031-05-22");
    const orders = Array.from({ length: 5 }, (_, index) => ({
      id: `PY-${index}`,
      customer: "Alice Doe",
      address: `Carrer del Bruc ${index}`,
      ...place(index),
      phone: "+34600111222",
      email: "alice@example.com",
      weight_kg: 1.4,
      window_from_sec: 32_400,
      window_to_sec: 75_600,
    }));
    const env = {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: "1",
      ROUTAL_API_KEY: dressKey(it.secret),
      ROUTAL_PROJECT_ID: it.project_id,
      ROUTAL_BASE: base,
      ...(!hasRequests && { PYTHONPATH: `${PROGRAMS}without_requests` }),
    };
    const python = spawn("python3", [`${PROGRAMS}daily_flow.py`, plan.id], { env, stdio: ["pipe", "pipe", "pipe"] });
    const [out, errors]: [Buffer[], Buffer[]] = [[], []];
    python.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    python.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    python.stdin.end(JSON.stringify(orders));
    const code = await new Promise((resolve) => python.on("close", resolve));
    expect([code, Buffer.concat(errors).toString()]).toEqual([0, ""]);
    const said = Buffer.concat(out).toString().trim().split("\n");
    expect(said.map((line) => JSON.parse(line))).toEqual([{ created: 5 }, { created: 0 }, "dispatched"]);
    const [route] = await it.done("GET", `/v2/plan/${plan.id}/routes`);
    expect(route.stops).toHaveLength(5);
  });
});
