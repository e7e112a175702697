import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { createDialectApp } from "@/server/api/kernel/create-dialect-app";
import { easyroutes } from "./easyroutes";
import { dress } from "./ids";
import { plannedShop } from "./testing/shop";

const run = promisify(execFile);
const hasCurl = () =>
  run("sh", ["-c", "command -v curl"]).then(
    () => true,
    () => false,
  );
const VENDOR = "https://easyroutes.roundtrip.ai/api/2024-07";

let mine: Awaited<ReturnType<typeof plannedShop>>;
let server: Server;
let base: string;
let token: string;
/** What the document's own ids stand for here. */
const ours = new Map<string, string>();

beforeAll(async () => {
  mine = await plannedShop([], { webhookSender: createHttpWebhookSender({ allowPrivate: false }) });
  const app = createDialectApp(easyroutes, mine.access);
  server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${easyroutes.basePath}`;
  const at = (n: number) => ({ latitude: 55.67 + n * 0.01, longitude: 12.55 });
  const stop = (n: number) => ({ address: { address1: `Bredgade ${n}` }, coordinates: at(n) });
  const named = [{ ...stop(1) }, { ...stop(2), clientStopId: "my-client-stop-123" }, { ...stop(3) }];
  const body = [...named, { ...stop(4), clientStopId: "mystopid-123" }];
  const { stops } = (await mine.ask("POST", "/stops/imports", { body })).body;
  ours.set("ist-123e4567-e89b-12d3-a456-426614174000", stops[0].id);
  ours.set("ist-456e4567-e89b-12d3-a456-426614174000", stops[2].id);
  ours.set("rte-cb93e344-fb1d-4d34-b8a8-8df5cdd9e939", mine.route(0));
  ours.set("drv-cb93e344-fb1d-4d34-b8a8-8df5cdd9e939", dress("driver", mine.scenario.driverIds[0]!));
});
afterAll(() => server.close().closeAllConnections());

/** Runs a line of the document in a shell, with our address, token and ids in the place of its own. */
async function curl(line: string): Promise<Record<string, unknown> & { code?: number }> {
  let own = line.replaceAll(VENDOR, base).replace("Bearer ...", `Bearer ${token}`);
  for (const [theirs, id] of ours) own = own.replaceAll(theirs, id);
  // What stands behind an & that is not quoted is another command.
  const { stdout } = await run("bash", ["-c", `${own}\nwait`]).catch((error) => error as { stdout: string });
  return JSON.parse(stdout);
}

const ADDED = (comma: string) => ` curl -X POST -H "Authorization: Bearer ..." \\
 -H "Content-Type: application/json" \\
 -d '[
       {
         "importedStopId": "ist-123e4567-e89b-12d3-a456-426614174000"${comma}
       },
       {
         "importedStopId": "my-client-stop-123"${comma}
       },
       {
         "importedStopId": "ist-456e4567-e89b-12d3-a456-426614174000",
         "deliveryStatus": "OUT_FOR_DELIVERY"${comma}
       }${comma}
     ]' \\
 ${VENDOR}/routes/rte-cb93e344-fb1d-4d34-b8a8-8df5cdd9e939/stops`;

const IMPORTED = ` curl -X POST -H "Authorization: Bearer ..." \\
 -H "Content-Type: application/json" \\
 -d '[
       {
         "address": {
           "address1": "123 Main St",
           "city": "New York",
           "provinceCode": "NY",
           "countryCode": "US",
           "zip": "10001"
         },
         "contact": {
           "firstName": "John",
           "lastName": "Doe",
           "phone": "+14165551000",
           "email": "john.doe@roundtrip.ai"
         },
         "items": [
           {
             "name": "Bananas",
             "quantity": 5,
             "grams": 500
           }
         ],
         "note": "Leave at front door",
         "duration": "300s",
         "priority": 5,
         "orderName": "#123"
       }
     ]' \\
 ${VENDOR}/stops/imports`;

const SUBSCRIBED = (comma: string) => ` curl -X POST -H "Authorization: Bearer ..." \\
 -H "Content-Type: application/json" \\
 -d '{
       "url": "https://example.com/webhook",
       "topics": [
         "ROUTE_CREATED",
         "ROUTE_UPDATED"${comma}
       ]${comma}
     }' \\
 ${VENDOR}/webhooks`;

const asking = (method: string, path: string) => ` curl ${method}-H "Authorization: Bearer ..." \\\n ${VENDOR}${path}`;
const get = (path: string) => curl(asking("", path));
const ROUTE = "/routes/rte-cb93e344-fb1d-4d34-b8a8-8df5cdd9e939";
const STOP = "rst-9817a456-e6fd-4652-b918-5dc89d3621d3";

describe("the document's own lines, in a shell", () => {
  test("all eighteen do what the document says, and its two with commas too many are refused", async ({ skip }) => {
    if (!(await hasCurl())) skip("there is no curl here");
    const { keyId, secret } = mine;
    const authenticated = await curl(`curl -X POST -H "Content-Type: application/json" \\
 -d '{"clientId": "${keyId}", "clientSecret": "${secret}"}' \\
 ${VENDOR}/authenticate`);
    expect(authenticated).toMatchObject({ expiresInSeconds: "3600" });
    token = authenticated.accessToken as string;

    expect(await get("/routes?query.sortKey=UPDATED_AT&query.limit=10")).toMatchObject({ routes: [{}, {}] });
    expect(await get(ROUTE)).toMatchObject({ id: mine.route(0), stops: [] });
    expect(await curl(ADDED(","))).toMatchObject({ code: 3 });
    const added = (await curl(ADDED(""))) as { stops: { id: string; deliveryStatus: string }[] };
    expect(added.stops.map(({ deliveryStatus }) => deliveryStatus)).toEqual([
      "READY_FOR_DELIVERY",
      "READY_FOR_DELIVERY",
      "OUT_FOR_DELIVERY",
    ]);
    ours.set(STOP, added.stops[0]!.id);
    expect(await get(`${ROUTE}/stops/${STOP}`)).toMatchObject({ id: added.stops[0]!.id });
    const unknown = "rst-123e4567-e89b-12d3-a456-426614174000";
    expect(await curl(asking("-X DELETE ", `${ROUTE}/stops/${STOP},${unknown}`))).toMatchObject({ stops: [{}, {}] });
    expect(await curl(asking("-X POST ", `${ROUTE}/reoptimize`))).toMatchObject({ optimized: true });

    expect(await curl(IMPORTED)).toMatchObject({ stops: [{ duration: "300s", orderName: "#123" }] });
    expect(((await get("/stops/imports?query.limit=10")).stops as unknown[]).length).toBe(5);
    for (const id of ["ist-123e4567-e89b-12d3-a456-426614174000", "mystopid-123"]) {
      expect(await get(`/stops/imports/${id}`)).toMatchObject({ type: "DELIVERY" });
      expect(await get(`/stops/imports/${id}/routes`)).toMatchObject({ routeInfo: [] });
      expect(await curl(asking("-X DELETE ", `/stops/imports/${id}`))).toEqual({});
    }
    expect(await get("/stops/shopify/6229749334323/routes")).toEqual({ routeInfo: [] });

    expect(await get("/drivers")).toMatchObject({ drivers: [{ status: "ACTIVE" }, { status: "ACTIVE" }] });
    expect(await get("/drivers/drv-cb93e344-fb1d-4d34-b8a8-8df5cdd9e939")).toMatchObject({ firstName: "Driver" });

    expect(await curl(SUBSCRIBED(","))).toMatchObject({ code: 3 });
    const subscribed = await curl(SUBSCRIBED(""));
    expect(subscribed).toMatchObject({ topics: ["ROUTE_CREATED", "ROUTE_UPDATED"], active: true });
    ours.set("sub-123e4567-e89b-12d3-a456-426614174000", subscribed.id as string);
    expect(await get("/webhooks")).toMatchObject({ webhooks: [{ id: subscribed.id }] });
    expect(await curl(asking("-X DELETE ", "/webhooks/sub-123e4567-e89b-12d3-a456-426614174000"))).toEqual({});
  });
});
