import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { routePageSql } from "@/db/queries/route/route-pages";
import { explain } from "@/db/testing/explain";
import { reportForDriver } from "@/server/services/execution/report-for-driver";
import { apiClient } from "@/server/testing/api-client";
import { easyroutes } from "./easyroutes";
import { dress } from "./ids";
import { wholeStop } from "./testing/examples";
import { plannedShop } from "./testing/shop";

type Planned = Awaited<ReturnType<typeof plannedShop>>;

/** A stop with everything an import may say, on a route that is driven; and what its driver says of it. */
async function drivenStop(mine: Planned) {
  const { tenant, routeIds } = mine.scenario;
  const context = tenant.context();
  await mine.ask("POST", "/stops/imports", { body: [wholeStop] });
  const body = [{ importedStopId: wholeStop.clientStopId }];
  const [stop] = (await mine.ask("POST", `/routes/${mine.route(0)}/stops`, { body })).body.stops;
  const visitId = stop.id.slice(4) as string;
  await tenant.database.raw`update route set status = 'dispatched' where id = ${routeIds[0]!}`;
  await tenant.database.raw`update delivery set status = 'assigned' where organization_id = ${tenant.organizationId}`;
  let minute = 0;
  const say = (act: Readonly<Record<string, unknown>> & { readonly type: string }) =>
    reportForDriver(context, {
      routeId: routeIds[0]!,
      act: { opId: randomUUID(), occurredAt: `2026-06-10T04:${10 + minute++}:00Z`, ...act },
    });
  await say({ type: "start-route" });
  const read = async (client: Pick<Planned, "ask"> = mine) =>
    (await client.ask("GET", `/routes/${mine.route(0)}/stops/${stop.id}`)).body;
  return { say, read, visitId };
}

test("a delivered stop says where, what its driver answered, its evidence, and how it was liked", async () => {
  const mine = await plannedShop([]);
  const { tenant } = mine.scenario;
  const { organizationId, database } = tenant;
  const { say, read, visitId } = await drivenStop(mine);
  expect(await read()).toMatchObject({ deliveryStatus: "OUT_FOR_DELIVERY", updatedAt: "2026-06-10T04:10:00Z" });
  await say({
    type: "complete",
    visitIds: [visitId],
    outcome: "delivered",
    note: "At the gate",
    position: { lat: 55.676, lng: 12.568 },
    answers: [
      { task: 0, value: true },
      { task: 1, value: false },
      { task: 2, value: "Neighbour" },
      { task: 3, value: 4.5 },
      { task: 4, value: "P-7" },
    ],
  });
  const [delivery] = await database.raw`select id from delivery where organization_id = ${organizationId}`;
  const [photo, signature] = [tenant.newId(), tenant.newId()] as const;
  for (const [position, [id, kind]] of [[photo, "photo"] as const, [signature, "signature"] as const].entries()) {
    await database.raw`insert into upload (organization_id, id, kind, delivery_id, visit_id, content_type, status, bytes,
        sha256, is_recognized, position, announced_by, stored_at, created_at, updated_at)
      values (${organizationId}, ${id}, ${kind}, ${delivery!.id}, ${visitId}, 'image/png', 'stored', 7, 'ab', true,
        ${position}, 'Shop', now(), now(), now())`;
  }
  await database.raw`insert into delivery_rating (organization_id, delivery_id, stars, comment, created_at)
    values (${organizationId}, ${delivery!.id}, 4, 'Kind', '2026-06-10T09:00:00Z')`;
  const stop = await read();
  const at = "2026-06-10T04:11:00Z";
  expect(stop).toMatchObject({
    deliveryStatus: "DELIVERED",
    updatedAt: at,
    deliveredCoordinates: { latitude: 55.676, longitude: 12.568 },
    proofOfDeliveryNote: "At the gate",
    proofOfDeliveryPhotos: [{ id: dress("attachment", photo), url: expect.any(String) }],
    proofOfDeliverySignatures: [{ id: dress("attachment", signature) }],
    customerRating: { rating: 4, comment: "Kind", createdAt: "2026-06-10T09:00:00Z" },
    customSignatureDisclosure: "I have it.",
    tasks: [
      {
        title: "Delivery checklist",
        type: "CHECKBOXES",
        items: [
          { title: "Ring twice", complete: true, updatedAt: at },
          { title: "Smile", complete: false },
        ],
        requiredToMarkStopAsDelivered: true,
        requiredToMarkStopAsAttempted: true,
      },
      { type: "RADIO_BUTTONS", items: [{ complete: false }, { title: "Neighbour", complete: true }] },
      { type: "DECIMAL_INPUT", items: [], input: { value: "4.5", updatedAt: at, inputMethod: "UNKNOWN" } },
      { type: "SCANNER_INPUT", input: { value: "P-7", inputMethod: "SCANNED" } },
    ],
  });
  expect(stop.tasks[0].id).toMatch(/^tsk-/);
  expect(stop.tasks[0].items[0].id).toMatch(/^itm-/);
  expect((await read()).tasks).toEqual(stop.tasks);
  const looks = async () => {
    const rows = await database.raw`
      select 1 from event where organization_id = ${organizationId} and type = 'proof.viewed'`;
    return rows.length;
  };
  expect(await looks()).toBe(2);
  // Who looks at another stop of the route is shown nothing of this one.
  await mine.ask("POST", "/stops/imports", { body: [{ ...wholeStop, clientStopId: "other" }] });
  const added = await mine.ask("POST", `/routes/${mine.route(0)}/stops`, { body: [{ importedStopId: "other" }] });
  const other = added.body.stops.at(-1).id;
  const before = await looks();
  const { status } = await mine.ask("GET", `/routes/${mine.route(0)}/stops/${other}`);
  expect([status, await looks()]).toEqual([200, before]);
  // Who may not see evidence is not given any.
  const blind = await apiClient(easyroutes, tenant, { scopes: ["plans:read"], now: () => mine.clock.now() });
  expect((await read(blind)).proofOfDeliveryPhotos).toEqual([]);
});

test("an attempted stop says why", async () => {
  const mine = await plannedShop([]);
  const { say, read, visitId } = await drivenStop(mine);
  const ended = { type: "complete", visitIds: [visitId], outcome: "failed" };
  await say({ ...ended, reason: "no-access", note: "Gate shut" });
  const stop = await read();
  expect(stop).toMatchObject({
    deliveryStatus: "ATTEMPTED_DELIVERY",
    attemptedReason: "ACCESS_DENIED",
    attemptedNote: "Gate shut",
  });
  expect(stop.proofOfDeliveryNote).toBeUndefined();
});

test.each([
  ["route_created", "created"],
  ["route_updated", "updated"],
] as const)("the list of routes has an index for its order: %s", async (index, by) => {
  const { tenant } = (await plannedShop([])).scenario;
  const wanted = { by, from: new Date(0), withClosed: false };
  const statement = routePageSql(tenant.organizationId, wanted, undefined, 21);
  const plan = await explain(tenant.database, tenant.organizationId, statement, { isLarge: true });
  expect(plan).toContain(index);
  expect(plan).not.toContain("Seq Scan on route");
});
