import { expect, test } from "vitest";
import { createPositionGroupWriter } from "@/server/adapters/position-sink/write-position-group";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { planScenario } from "@/server/testing/plan-scenario";
import { changeWebhook } from "./change-webhook";
import { createWebhook } from "./create-webhook";
import { hearPositions } from "./hear-positions";

test("who begins to listen, or does so again, hears of moves from then on, not of where drivers were last seen", async () => {
  const ports = { webhookSender: createHttpWebhookSender({ allowPrivate: true }) };
  const { tenant, driverIds, context } = await planScenario([], { ports });
  const { organizationId, database } = tenant;
  const write = createPositionGroupWriter(database);
  let at = Date.UTC(2026, 5, 10, 8);
  const move = () => {
    at += 60_000;
    const fix = { recordedAtMs: at, lat: 55.68 + (at % 7) / 1e4, lng: 12.58 };
    const batch = { organizationId, driverId: driverIds[0]!, routeId: null, receivedAtMs: at, fixes: [fix as never] };
    return write(organizationId, [batch]);
  };
  const heard = async () => (await hearPositions(tenant.systemContext(), {})).made;
  const subscribe = (topics: ("driver.moved" | "route.changed")[]) =>
    createWebhook(context(), { dialect: "routemate", url: "http://127.0.0.1:9/", topics, secret: null });
  // The log is followed already, by somebody whom positions do not concern.
  const { id } = await subscribe(["route.changed"]);
  await move();
  await changeWebhook(context(), { id, topics: ["route.changed", "driver.moved"] });
  expect(await heard()).toBe(0);
  await move();
  expect(await heard()).toBe(1);
  await changeWebhook(context(), { id, isActive: false });
  await move();
  await subscribe(["driver.moved"]);
  expect(await heard()).toBe(0);
  await move();
  expect(await heard()).toBe(1);
});

test("who moves on while a message of him is being tried is told of once more, and only once", async () => {
  const ports = { webhookSender: createHttpWebhookSender({ allowPrivate: true }) };
  const { tenant, driverIds, context } = await planScenario([], { ports });
  const { organizationId, database } = tenant;
  const url = "http://127.0.0.1:9/";
  await createWebhook(context(), { dialect: "routemate", url, topics: ["driver.moved"], secret: null });
  const write = createPositionGroupWriter(database);
  let at = Date.UTC(2026, 5, 10, 8);
  const move = async () => {
    at += 60_000;
    const fix = { recordedAtMs: at, lat: 55.68 + (at % 7) / 1e4, lng: 12.58 };
    const batch = { organizationId, driverId: driverIds[0]!, routeId: null, receivedAtMs: at, fixes: [fix as never] };
    await write(organizationId, [batch]);
    return (await hearPositions(tenant.systemContext(), {})).made;
  };
  expect([await move(), await move()]).toEqual([1, 0]);
  await database.raw`update webhook_call set tries = 1, body = '{}' where organization_id = ${organizationId}`;
  expect([await move(), await move()]).toEqual([1, 0]);
});
