import { afterEach, describe, expect, test } from "vitest";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import type { WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import { listAudit } from "@/server/services/event/list-audit";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { changeWebhook } from "@/server/services/webhook/change-webhook";
import { createWebhook } from "@/server/services/webhook/create-webhook";
import { listTroubledWebhooks } from "@/server/services/webhook/list-troubled-webhooks";
import { listWebhookCalls } from "@/server/services/webhook/list-webhook-calls";
import { readWebhook } from "@/server/services/webhook/read-webhook";
import { readWebhookCall } from "@/server/services/webhook/read-webhook-call";
import { resendWebhookCall } from "@/server/services/webhook/resend-webhook-call";
import { FakeClock } from "@/server/testing/fake-clock";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type Subscriber, startSubscriber } from "@/server/testing/subscriber";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { keepWebhooks } from "./keep-webhooks";
import { startWebhookEngine } from "./webhook-engine";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

/** Only who never answers is given little time: on a busy machine the others may take theirs. */
async function house(isGivenUpSoon: (url: string) => boolean = () => false) {
  const patient = createHttpWebhookSender({ allowPrivate: true, timeoutMs: 120_000 });
  const hasty = createHttpWebhookSender({ allowPrivate: true, timeoutMs: 2500 });
  const clock = new FakeClock("2026-06-10T07:00:00Z");
  const format = {
    topics: [],
    name: (id: string) => `evt_${id}`,
    body: (message: { topic: string; deliveryId: string | null; seq: number }) =>
      JSON.stringify({ topic: message.topic, deliveryId: message.deliveryId, seq: message.seq }),
  };
  const tenant = await testTenant({
    clock,
    webhookSender: { ...patient, post: (url, ...rest) => (isGivenUpSoon(url) ? hasty : patient).post(url, ...rest) },
    webhookFormats: new Map([["plain", format]]),
  });
  const projectId = await testProject(tenant);
  const errors: unknown[] = [];
  const run = async () => {
    const engine = await startWebhookEngine({
      database: tenant.database,
      clock,
      systemOf: (organizationId) => {
        const context = tenant.systemContext();
        return { ...context, actor: { ...context.actor, organizationId } };
      },
      listen: async () => async () => {},
      onError: (error) => errors.push(error),
      pollMs: 20,
    });
    open.push({ close: () => engine.stop() });
    return engine;
  };
  return { tenant, projectId, clock, errors, run };
}

/** Somebody else of the desk. */
async function join(
  { database: { raw }, organizationId, newId }: TestTenant,
  name: string,
  role: string,
  language: string,
) {
  const userId = newId();
  await raw`insert into "user" (id, name, email, created_at, updated_at)
    values (${userId}, ${name}, ${`${userId}@example.com`}, now(), now())`;
  await raw`insert into member (id, organization_id, user_id, role, created_at)
    values (${newId()}, ${organizationId}, ${userId}, ${role}, now())`;
  await raw`insert into member_preference (organization_id, user_id, preferences, updated_at)
    values (${organizationId}, ${userId}, ${raw.json({ language })}, now())`;
}

async function subscribe(tenant: TestTenant, subscriber: Pick<Subscriber, "url">, topics: WebhookTopic[]) {
  const secret = { given: "s3cret" };
  return (await createWebhook(tenant.context(), { dialect: "plain", url: subscriber.url, topics, secret })).id;
}

async function listening(...args: Parameters<typeof startSubscriber>) {
  const subscriber = await startSubscriber(...args);
  open.push(subscriber);
  return subscriber;
}

async function order(tenant: TestTenant, projectId: string, numbers: readonly number[]) {
  const { verdicts } = await createDeliveries(tenant.context(), {
    projectId,
    deliveries: numbers.map((n) => dropoffDraft(n)),
  });
  return verdicts.map(({ deliveryId }) => deliveryId!);
}
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("subscribers", () => {
  test("hear everything that happened since they subscribed, once, and of each delivery in order", async () => {
    const { tenant, projectId, errors, run } = await house();
    await order(tenant, projectId, [900]);
    const hearing = await listening();
    const id = await subscribe(tenant, hearing, ["delivery.created", "delivery.cancelled"]);
    const ids = await order(tenant, projectId, range(60));
    await cancelDeliveries(tenant.context(), { ids: ids.slice(0, 30), mutationId: tenant.newId(), confirmed: [] });
    await run();
    await expect.poll(() => hearing.calls.length).toBe(90);
    const said = hearing.calls.map(({ body }) => `${body.deliveryId} ${body.topic}`);
    expect(new Set(said).size).toBe(90);
    for (const each of ids.slice(0, 30)) {
      expect(said.indexOf(`${each} delivery.created`)).toBeLessThan(said.indexOf(`${each} delivery.cancelled`));
    }
    await expect
      .poll(async () => (await listWebhookCalls(tenant.context(), { webhookId: id, status: "waiting" })).calls.length)
      .toBe(0);
    expect(await readWebhook(tenant.context(), { id })).toMatchObject({
      status: "active",
      consecutiveFailures: 0,
      hasSecret: true,
    });
    const { calls } = await listWebhookCalls(tenant.context(), { webhookId: id, status: "delivered", limit: 1 });
    await resendWebhookCall(tenant.context(), { id: calls[0]!.id });
    await expect.poll(() => hearing.calls.length).toBe(91);
    const sent = hearing.calls.filter(({ headers }) => headers["webhook-id"] === `evt_${calls[0]!.messageId}`);
    expect(sent.map(({ text }) => text)).toEqual([sent[0]!.text, sent[0]!.text]);
    expect(errors).toEqual([]);
  });

  test("who hangs, redirects or answers nonsense holds up nobody else, and is tried again later", async () => {
    const hanging = await listening(() => undefined);
    const { tenant, projectId, run } = await house((url) => url === hanging.url);
    const well = await listening();
    const moving = await listening((_call, _request, response) =>
      response.writeHead(302, { location: well.url }).end(),
    );
    const failing = await listening((_call, _request, response) => response.writeHead(500).end("x".repeat(100_000)));
    const topics: WebhookTopic[] = ["delivery.created"];
    const [, ...bad] = [
      await subscribe(tenant, well, topics),
      await subscribe(tenant, hanging, topics),
      await subscribe(tenant, moving, topics),
      await subscribe(tenant, failing, topics),
      await subscribe(tenant, { url: "http://127.0.0.1:9/" }, topics),
    ];
    await order(tenant, projectId, range(40));
    await run();
    await expect.poll(() => well.calls.length).toBe(40);
    const failures: Record<string, string> = {};
    for (const id of bad) {
      await expect
        .poll(async () => (await readWebhook(tenant.context(), { id })).consecutiveFailures)
        .toBeGreaterThan(2);
      const { calls } = await listWebhookCalls(tenant.context(), { webhookId: id });
      const tried = calls.find(({ lastFailure }) => lastFailure !== null)!;
      failures[id] = tried.lastFailure!;
      expect(tried).toMatchObject({ status: "waiting", tries: 1 });
      expect(tried.nextTryAt.getTime()).toBeGreaterThan(Date.parse("2026-06-10T07:00:04Z"));
    }
    expect(bad.map((id) => failures[id]!.replace(/^\S+:\d+ /, ""))).toEqual([
      "did not answer within 2500 ms",
      "answered 302: nobody is followed",
      "answered 500",
      "cannot be reached (ECONNREFUSED)",
    ]);
    expect(well.calls).toHaveLength(40);
    const [one] = (await listWebhookCalls(tenant.context(), { webhookId: bad[2]!, status: "waiting" })).calls.filter(
      (each) => each.lastStatus === 500,
    );
    const { attempts, body } = await readWebhookCall(tenant.context(), { id: one!.id });
    expect(attempts).toMatchObject([{ number: 1, status: 500, answer: "x".repeat(4096) }]);
    expect(body).toBe(failing.calls.find((call) => call.headers["webhook-id"] === `evt_${one!.messageId}`)!.text);
  });

  test("an endpoint that comes back is sent what waited; of one delivery nothing overtakes", async () => {
    const { tenant, projectId, clock, run } = await house();
    let isDown = true;
    const flaky = await listening((_call, _request, response) => response.writeHead(isDown ? 503 : 204).end());
    const id = await subscribe(tenant, flaky, ["delivery.created", "delivery.cancelled"]);
    const ids = await order(tenant, projectId, [1]);
    await run();
    const state = () => readWebhook(tenant.context(), { id });
    await expect.poll(async () => (await state()).consecutiveFailures).toBe(1);
    await cancelDeliveries(tenant.context(), { ids, mutationId: tenant.newId(), confirmed: [] });
    isDown = false;
    clock.set("2026-06-10T07:00:20Z");
    await expect.poll(async () => (await state()).lastSuccessAt).not.toBeNull();
    await expect.poll(() => flaky.calls.length).toBe(3);
    expect(flaky.calls.map(({ body }) => body.topic)).toEqual([
      "delivery.created",
      "delivery.created",
      "delivery.cancelled",
    ]);
    expect(flaky.calls[0]!.headers["webhook-id"]).toBe(flaky.calls[1]!.headers["webhook-id"]);
    expect(flaky.calls[0]!.text).toBe(flaky.calls[1]!.text);
  });

  test("410 ends it at once; a day of fifty failures in a row pauses it, and somebody is told; resumed, it gets what waited", async () => {
    const { tenant, projectId, clock, run } = await house();
    await join(tenant, "Ana Admin", "admin", "es");
    await join(tenant, "Vic Viewer", "viewer", "en");
    let isDown = true;
    const gone = await listening((_call, _request, response) => response.writeHead(410).end());
    const failing = await listening((_call, _request, response) => response.writeHead(isDown ? 500 : 200).end());
    const goneId = await subscribe(tenant, gone, ["delivery.created"]);
    const id = await subscribe(tenant, failing, ["delivery.created"]);
    await order(tenant, projectId, range(60));
    const engine = await run();
    const state = (which: string) => readWebhook(tenant.context(), { id: which });
    await expect.poll(async () => (await state(goneId)).status).toBe("disabled");
    expect(await state(goneId)).toMatchObject({ stopReason: "gone" });
    await expect.poll(async () => (await state(id)).consecutiveFailures).toBeGreaterThan(2);
    // Hours go by, in which every probe fails. What is under way then would be counted to them.
    await engine.stop();
    await tenant.database.raw`update webhook set consecutive_failures = 48 where id = ${id}`;
    // Two processes: what is told is told once all the same.
    await run();
    await run();
    const fail = async () => {
      const seen = (await state(id)).consecutiveFailures;
      clock.advanceSeconds(400);
      await expect.poll(async () => (await state(id)).consecutiveFailures).toBeGreaterThan(seen);
    };
    while ((await state(id)).consecutiveFailures < 52) await fail();
    expect((await state(id)).status).toBe("active");
    expect((await listTroubledWebhooks(tenant.context(), {})).map((each) => [each.id, each.state])).toEqual([
      [id, "failing"],
    ]);
    clock.advanceSeconds(24 * 3600);
    // A try that was under way when the day had gone by is of the day before.
    for (let turn = 0; (await state(id)).status === "active" && turn < 5; turn++) await fail();
    expect(await state(id)).toMatchObject({ status: "paused", stopReason: "failures" });
    expect(await listTroubledWebhooks(tenant.context(), {})).toMatchObject([{ id, state: "paused" }]);
    const { events } = await listAudit(tenant.context(), { wanted: { entityId: id }, limit: 50 });
    expect(events[0]).toMatchObject({ type: "webhook.stopped", data: { reason: "failures" } });
    const told = events.filter(({ type }) => type === "webhook.failing");
    expect(told.map(({ data }) => (data as { failures: number }).failures)).toEqual([50, 10]);
    const mails = await tenant.database.raw<
      { id: string; purpose: string; name: string; subject: string; body: string }[]
    >`
      select id, purpose, recipient_name as name, subject, body from outbox_message
      where organization_id = ${tenant.organizationId} order by purpose, recipient_name`;
    expect(mails.map(({ purpose, name }) => `${purpose} ${name}`)).toEqual(
      ["failing", "gone", "paused"].flatMap((what) =>
        ["Ana Admin", "Tess Tester"].flatMap((name) =>
          Array(what === "failing" ? 2 : 1).fill(`webhook-${what} ${name}`),
        ),
      ),
    );
    const { host } = new URL(failing.url);
    expect(mails.map(({ subject }) => subject)).toContain(`${host}: han fallado 50 intentos seguidos (Test)`);
    expect(mails.at(-1)!.body).toContain(`/settings/webhooks?webhook=${id}`);
    expect(mails.every(({ body }) => !body.includes("/hook\n"))).toBe(true);
    const given = new Set(tenant.jobs.map(({ payload }) => (payload as { messageId?: string }).messageId));
    expect(mails.every(({ id: messageId }) => given.has(messageId))).toBe(true);
    isDown = false;
    failing.calls.splice(0);
    await changeWebhook(tenant.context(), { id, isActive: true });
    expect(await listTroubledWebhooks(tenant.context(), {})).toEqual([]);
    await expect.poll(() => new Set(failing.calls.map(({ body }) => body.deliveryId)).size).toBe(60);
    expect(gone.calls.length).toBeLessThanOrEqual(16);
  });

  test("what happens while it is paused waits a week, and is sent in order once it is resumed", async () => {
    const { tenant, projectId, clock, run } = await house();
    const hearing = await listening();
    const id = await subscribe(tenant, hearing, ["delivery.created", "delivery.cancelled"]);
    await tenant.database.raw`update webhook set status = 'paused', stop_reason = 'failures' where id = ${id}`;
    await run();
    const waiting = async () =>
      (await listWebhookCalls(tenant.context(), { webhookId: id, status: "waiting", limit: 200 })).calls.length;
    const early = await order(tenant, projectId, [1, 2]);
    await expect.poll(waiting).toBe(2);
    clock.advanceSeconds(6.5 * 24 * 3600);
    const late = await order(
      tenant,
      projectId,
      range(20).map((n) => n + 10),
    );
    await cancelDeliveries(tenant.context(), { ids: late, mutationId: tenant.newId(), confirmed: [] });
    await expect.poll(waiting).toBe(42);
    await keepWebhooks(tenant.database, clock);
    expect(await waiting()).toBe(42);
    clock.advanceSeconds(24 * 3600);
    await keepWebhooks(tenant.database, clock);
    expect(await waiting()).toBe(40);
    expect(hearing.calls).toEqual([]);
    await changeWebhook(tenant.context(), { id, isActive: true });
    await expect.poll(() => hearing.calls.length).toBe(40);
    const said = hearing.calls.map(({ body }) => `${body.deliveryId} ${body.topic}`);
    for (const each of late) {
      expect(said.indexOf(`${each} delivery.created`)).toBeGreaterThanOrEqual(0);
      expect(said.indexOf(`${each} delivery.created`)).toBeLessThan(said.indexOf(`${each} delivery.cancelled`));
    }
    expect(said.some((each) => each.startsWith(early[0]!))).toBe(false);
    // What was delivered can be looked up for a month, and no longer.
    const kept = async () => (await listWebhookCalls(tenant.context(), { webhookId: id, limit: 200 })).calls.length;
    await expect.poll(waiting).toBe(0);
    clock.advanceSeconds(29.9 * 24 * 3600);
    await keepWebhooks(tenant.database, clock);
    expect(await kept()).toBe(42);
    clock.advanceSeconds(0.2 * 24 * 3600);
    await keepWebhooks(tenant.database, clock);
    expect(await kept()).toBe(0);
  });
});
