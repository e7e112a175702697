import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { createAesSecretBox } from "@/server/adapters/secret/aes-secret-box";
import { createHttpWebhookSender } from "@/server/adapters/webhook/http-webhook-sender";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { createWebhook } from "@/server/services/webhook/create-webhook";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { startSubscriber } from "@/server/testing/subscriber";
import { testTenant } from "@/server/testing/test-tenant";
import { startWorkerProcess } from "@/server/testing/worker-process";

const SECRET = "a secret of more than thirty-two characters";
/** A message when each is made, and one when it is cancelled: a thousand in all. */
const DELIVERIES = 500;

test("a worker that is killed while it writes to a subscriber loses nothing, and of no delivery the order", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dray-killed-"));
  const tenant = await testTenant({
    secrets: createAesSecretBox(SECRET),
    webhookSender: createHttpWebhookSender({ allowPrivate: true }),
  });
  const projectId = await testProject(tenant);
  const { database, organizationId } = tenant;
  const hearing = await startSubscriber((_call, _request, response) => setTimeout(() => response.end(), 5));
  const settings = { DRAY_SECRET: SECRET, DRAY_PRIVATE_ADDRESSES: "true" };
  const topics = ["delivery.created" as const, "delivery.cancelled" as const];
  const secret = { given: "theirs" };
  await createWebhook(tenant.context(), { dialect: "lastmile", url: hearing.url, topics, secret });
  const first = startWorkerProcess(database.url, dataDir, settings);
  let second: ReturnType<typeof startWorkerProcess> | undefined;
  try {
    const deliveries = Array.from({ length: DELIVERIES }, (_, index) => dropoffDraft(index));
    const { verdicts } = await createDeliveries(tenant.context(), { projectId, deliveries });
    const ids = verdicts.map(({ deliveryId }) => deliveryId!);
    await cancelDeliveries(tenant.context(), { ids, mutationId: tenant.newId(), confirmed: [] });
    await expect.poll(() => hearing.calls.length).toBeGreaterThan(300);
    await first.kill();
    const heard = hearing.calls.length;
    expect(heard).toBeLessThan(2 * DELIVERIES);
    // What was on its way counts as lost after half a minute, which goes by here.
    await database.raw`update webhook_call set next_try_at = now()
      where organization_id = ${organizationId} and status = 'waiting'`;
    second = startWorkerProcess(database.url, dataDir, settings);
    const saidOf = () => hearing.calls.map(({ body }) => `${body.delivery_id} ${body.data.status}`);
    await expect.poll(() => new Set(saidOf()).size).toBe(2 * DELIVERIES);
    const said = saidOf();
    for (const id of new Set(hearing.calls.map(({ body }) => body.delivery_id))) {
      expect(said.indexOf(`${id} requested`)).toBeLessThan(said.indexOf(`${id} cancelled`));
      expect(said.lastIndexOf(`${id} requested`)).toBeLessThan(said.indexOf(`${id} cancelled`));
    }
    const waiting = async () =>
      (
        await database.raw`select 1 from webhook_call
      where organization_id = ${organizationId} and status <> 'delivered'`
      ).length;
    await expect.poll(waiting).toBe(0);
  } finally {
    await first.kill();
    await second?.stop();
    await hearing.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
