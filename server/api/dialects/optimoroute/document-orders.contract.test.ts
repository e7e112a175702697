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
import { type Account, account } from "./testing/account";
import { codedFleet } from "./testing/coded-fleet";

const run = promisify(execFile);
const hasCurl = () => run("sh", ["-c", "command -v curl"]).then(Boolean, () => false);

let asked: Account;
let server: Server;
let base: string;
let folder: string;
beforeAll(async () => {
  asked = await account();
  await codedFleet(asked.tenant, asked.projectId);
  const app = createDialectApp(optimoroute, asked.access);
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${optimoroute.basePath}`;
  folder = await mkdtemp(join(tmpdir(), "optimoroute-"));
});
afterAll(async () => {
  server.close().closeAllConnections();
  await rm(folder, { recursive: true });
});

/** Runs a line of the document as it stands there, but for where it goes and with which key. */
async function runLine(line: string, body?: unknown) {
  if (body !== undefined) await writeFile(join(folder, "reqbody.json"), JSON.stringify(body));
  const own = line.replace("https://api.optimoroute.com/v1", base).replace("AUTH_KEY", asked.secret);
  const { stdout } = await run("sh", ["-c", own.replace(/^curl/, "curl -s")], { cwd: folder });
  return JSON.parse(stdout);
}
const posted = (method: string) => `curl -d '@reqbody.json' 'https://api.optimoroute.com/v1/${method}?key=AUTH_KEY'`;
const DAY = "2014-10-14";

const CREATE = {
  operation: "CREATE",
  orderNo: "ORD001",
  type: "D",
  date: DAY,
  location: {
    address: "393 Hanover St, Boston, MA 02113, USA",
    locationNo: "LOC001",
    locationName: "Green Cross Pharmacy North End",
    acceptPartialMatch: true,
  },
  duration: 20,
  twFrom: "10:00",
  twTo: "10:59",
  load1: 10,
  load2: 25,
  vehicleFeatures: ["FR"],
  skills: ["SK001", "SK002"],
  notes: "Deliver at back door",
};
const AT = { locationNo: "LOC001" };

describe("the document's own lines, one after the other", () => {
  test("create, read, search, complete and delete, with JSON sent as a form", async ({ skip }) => {
    if (!(await hasCurl())) skip("there is no curl here");
    const created = await runLine(posted("create_order"), CREATE);
    expect(created).toMatchObject({ success: true, location: { locationNo: "LOC001", valid: true } });
    const more = ["ORD99", "ORD55"].map((orderNo) => ({ orderNo, date: DAY, type: "T", duration: 10, location: AT }));
    const listed = await runLine(posted("create_or_update_orders"), { orders: more });
    expect(listed.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, true]);

    const refs = { orders: [{ orderNo: "ORD001" }, { orderNo: "ORD99" }, { id: created.id }] };
    const read = await runLine(posted("get_orders"), refs);
    expect(read.orders.map(({ data }: { data: { orderNo: string } }) => data.orderNo)).toEqual([
      "ORD001",
      "ORD99",
      "ORD001",
    ]);
    const line = "curl 'https://api.optimoroute.com/v1/get_orders?key=AUTH_KEY&orderNo=ORD001&orderNo=ORD99'";
    expect((await runLine(line)).orders).toEqual(read.orders.slice(0, 2));

    const info = "curl 'https://api.optimoroute.com/v1/get_scheduling_info?key=AUTH_KEY&orderNo=ORD001'";
    expect(await runLine(info)).toEqual({ success: true, orderScheduled: false });
    const range = { dateRange: { from: DAY, to: "2014-10-16" }, includeOrderData: true, orderStatus: ["unscheduled"] };
    expect((await runLine(posted("search_orders"), range)).orders).toHaveLength(3);
    const named = { orders: [{ id: created.id }], includeScheduleInformation: true };
    expect(await runLine(posted("search_orders"), named)).toEqual({
      success: true,
      orders: [{ id: created.id, scheduleInformation: null }],
    });

    const events = await runLine("curl 'https://api.optimoroute.com/v1/get_events?key=AUTH_KEY&after_tag='");
    expect(events).toEqual({ success: true, events: [], remainingEvents: 0, tag: expect.any(String) });
    const after = "curl 'https://api.optimoroute.com/v1/get_events?key=AUTH_KEY&after_tag=abcd1234xyz'";
    expect(await runLine(after)).toEqual(events);

    const completed = await runLine(posted("get_completion_details"), refs);
    expect(completed.orders[0]).toEqual({ success: true, orderNo: "ORD001", data: { status: "unscheduled" } });
    const four =
      "curl 'https://api.optimoroute.com/v1/get_completion_details?key=AUTH_KEY&orderNo=ORD001&orderNo=ORD99&orderNo=ORD55&orderNo=XXXYZ'";
    const codes = (await runLine(four)).orders.map(({ code }: { code?: string }) => code);
    expect(codes).toEqual([undefined, undefined, undefined, "ERR_ORD_NOT_FOUND"]);
    const updates = [
      { orderNo: "ORD55", data: { status: "cancelled" } },
      { orderNo: "XXXYZ", data: { status: "cancelled" } },
    ];
    const updated = await runLine(posted("update_completion_details"), { updates });
    expect(updated.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, false]);

    expect(await runLine(posted("delete_order"), { orderNo: "ORD001" })).toEqual({ success: true });
    const gone = await runLine(posted("delete_orders"), { orders: [{ orderNo: "ORD99" }, { orderNo: "ORD999" }] });
    expect(gone.orders.map(({ success }: { success: boolean }) => success)).toEqual([true, false]);
    expect(await runLine(posted("delete_all_orders"), { date: DAY })).toEqual({ success: true });
    expect((await runLine(posted("search_orders"), range)).orders).toEqual([]);
  });
});

describe("what every method refuses", () => {
  test("a wrong method, no key, a wrong key, and what is no JSON, in JSON", async () => {
    const { get, post, ask, secret } = asked;
    const wrongMethod = await ask("GET", `/create_order?key=${secret}`, { token: null });
    expect([wrongMethod.status, wrongMethod.body]).toMatchObject([405, { success: false, code: "MALFORMED_REQUEST" }]);
    const nowhere = await ask("GET", `/no_such_method?key=${secret}`, { token: null });
    expect([nowhere.status, nowhere.body.success]).toEqual([404, false]);
    expect((await get("/get_events", null)).body).toMatchObject({ success: false, code: "AUTH_KEY_MISSING" });
    expect((await get("/get_events", "nonsense")).body).toMatchObject({ success: false, code: "AUTH_KEY_UNKNOWN" });
    for (const body of ["{", "[]", "null", "17", '"text"']) {
      const { body: answer } = await post("/create_order", body);
      expect(answer, body).toMatchObject({ success: false, code: "MALFORMED_REQUEST" });
    }
  });

  test("more than five requests at once", async () => {
    const { get } = asked;
    const answers = await Promise.all(Array.from({ length: 12 }, () => get("/get_events")));
    const refused = answers.filter(({ body }) => !body.success);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(5);
    for (const { status, body } of refused) expect([status, body.code]).toEqual([429, "ERR_TOO_MANY_CONNECTIONS"]);
    expect((await get("/get_events")).body.success).toBe(true);
  });
});
