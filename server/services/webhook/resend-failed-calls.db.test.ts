import { expect, test } from "vitest";
import { insertWebhookCalls } from "@/db/queries/webhook/webhook-calls";
import { withTenant } from "@/db/with-tenant";
import { messageId } from "@/server/domain/webhook/message-id";
import type { WebhookCallStatus } from "@/server/domain/webhook/webhook-call";
import type { WebhookMessage, WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { createWebhook } from "./create-webhook";
import { listWebhookCalls } from "./list-webhook-calls";
import { resendFailedCalls } from "./resend-failed-calls";
import { countRange, resendRange } from "./resend-range";

const NOW = new Date("2031-03-03T08:00:00Z");

async function subscriber() {
  const tenant = await testTenant();
  const { id: webhookId } = await createWebhook(tenant.context(), {
    dialect: "plain",
    url: "https://hooks.example.com/a",
    topics: ["delivery.delivered"],
    secret: null,
  });
  return { tenant, webhookId };
}

/** A message of the log's entry `seq`, as its fate has left it. */
function call({ organizationId, newId }: TestTenant, webhookId: string, seq: number, status: WebhookCallStatus) {
  const subjectId = newId();
  const message = { topic: "delivery.delivered", seq, subjectId } as WebhookMessage;
  const name = messageId({ seq, subjectId: organizationId }, 0);
  return {
    organizationId,
    id: newId(),
    webhookId,
    messageId: name,
    topic: message.topic,
    seq,
    subjectId,
    message,
    body: `{"seq":${seq}}`,
    status,
    nextTryAt: NOW,
    createdAt: NOW,
    updatedAt: NOW,
  };
}

const keep = (tenant: TestTenant, rows: ReturnType<typeof call>[]) =>
  withTenant(tenant.database, tenant.organizationId, (tx) => insertWebhookCalls(tx, rows));

test("what was lost goes again once, in order and as it was; what has arrived or waits does not", async () => {
  const { tenant, webhookId } = await subscriber();
  await keep(tenant, [
    call(tenant, webhookId, 40, "failed"),
    call(tenant, webhookId, 7, "dropped"),
    call(tenant, webhookId, 7, "failed"),
    call(tenant, webhookId, 8, "failed"),
    call(tenant, webhookId, 8, "delivered"),
    call(tenant, webhookId, 9, "failed"),
    call(tenant, webhookId, 9, "waiting"),
    call(tenant, webhookId, 10, "delivered"),
  ]);
  expect(await resendFailedCalls(tenant.context(), { webhookId })).toEqual({ sent: 2, hasMore: false });
  const { calls } = await listWebhookCalls(tenant.context(), { webhookId, status: "waiting" });
  expect(calls.map(({ seq }) => seq)).toEqual([40, 7, 9]);
  const bodies = await tenant.database.raw`select body from webhook_call
    where webhook_id = ${webhookId} and status = 'waiting' order by id desc limit 2`;
  expect(bodies).toEqual([{ body: '{"seq":40}' }, { body: '{"seq":7}' }]);
  expect(await resendFailedCalls(tenant.context(), { webhookId })).toEqual({ sent: 0, hasMore: false });
});

test("somebody else's subscriber is none, and nobody may who only looks", async () => {
  const { webhookId } = await subscriber();
  const other = await testTenant();
  await expect(resendFailedCalls(other.context(), { webhookId })).rejects.toMatchObject({ code: "not-found" });
  await expect(resendFailedCalls(other.context("viewer"), { webhookId })).rejects.toMatchObject({ code: "forbidden" });
});

test("a span is sent again, all of it or what was lost, of one kind or any; how many is known before", async () => {
  const { tenant, webhookId } = await subscriber();
  const at = (hour: number) => new Date(Date.UTC(2031, 2, 3, hour));
  const made = (seq: number, hour: number, status: WebhookCallStatus, topic: WebhookTopic = "delivery.delivered") => ({
    ...call(tenant, webhookId, seq, status),
    topic,
    createdAt: at(hour),
  });
  await keep(tenant, [
    made(1, 7, "delivered"),
    made(2, 8, "delivered"),
    made(3, 8, "failed"),
    made(4, 9, "delivered", "delivery.created"),
    made(5, 9, "waiting"),
    made(6, 9, "dropped"),
    { ...made(7, 9, "failed"), topic: "test" },
    made(8, 10, "failed"),
    made(2, 9, "delivered"),
  ]);
  const span = { webhookId, from: at(8), before: at(10) };
  const counts = async (choice: { which: "lost" | "all"; topic?: WebhookTopic }) =>
    (await countRange(tenant.context("viewer"), { ...span, ...choice })).count;
  expect(await counts({ which: "all" })).toBe(4);
  expect(await counts({ which: "lost" })).toBe(2);
  expect(await counts({ which: "all", topic: "delivery.created" })).toBe(1);
  expect(await counts({ which: "lost", topic: "delivery.created" })).toBe(0);
  expect(await resendRange(tenant.context(), { ...span, which: "lost" })).toEqual({ sent: 2 });
  expect(await counts({ which: "lost" })).toBe(0);
  expect(await resendRange(tenant.context(), { ...span, which: "all" })).toEqual({ sent: 2 });
  expect(await resendRange(tenant.context(), { ...span, which: "all" })).toEqual({ sent: 0 });
  const waiting = await tenant.database.raw<{ seq: string }[]>`select seq from webhook_call
    where webhook_id = ${webhookId} and status = 'waiting' order by message_id`;
  expect(waiting.map(({ seq }) => Number(seq))).toEqual([2, 3, 4, 5, 6]);
});

test("a span that ends before it begins is none, and another's subscriber is not there", async () => {
  const { tenant, webhookId } = await subscriber();
  const [from, before] = [new Date("2031-03-03T08:00:00Z"), new Date("2031-03-03T07:00:00Z")];
  const backwards = { webhookId, which: "all" as const, from, before };
  await expect(countRange(tenant.context(), backwards)).rejects.toMatchObject({ code: "invalid" });
  await expect(resendRange(tenant.context(), backwards)).rejects.toMatchObject({ code: "invalid" });
  const fine = { ...backwards, before: new Date("2031-03-04T00:00:00Z") };
  await expect(resendRange((await testTenant()).context(), fine)).rejects.toMatchObject({ code: "not-found" });
  await expect(resendRange(tenant.context("viewer"), fine)).rejects.toMatchObject({ code: "forbidden" });
});
