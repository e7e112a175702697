import { describe, expect, test } from "vitest";
import { ensurePositionPartitions } from "@/db/queries/position/partitions";
import { withTenant } from "@/db/with-tenant";
import { startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { shop } from "./testing/shop";

describe("GET /health", () => {
  test("200: anybody hears whether each part is well, who shows a token by what figures; nobody's data is in it", async () => {
    const { ask, tenant } = await shop();
    const { organizationId, database } = tenant;
    const today = new Date().toISOString().slice(0, 10);
    await withTenant(database, organizationId, (tx) => ensurePositionPartitions(tx, today, today));
    const queue = await startBossJobQueue(database, () => undefined);
    try {
      const open = await ask("GET", "/health", { token: null });
      expect(open.status).toBe(200);
      const ok = { status: "ok" };
      expect(open.body).toEqual({
        status: "ok",
        checked_at: expect.any(String),
        subsystems: { optimizer: ok, partner_connectors: ok, location_ingestion: ok, push_notifications: ok },
      });
      expect((await ask("GET", "/health", { token: "wrong" })).body.subsystems.optimizer).toEqual(ok);
      const { body } = await ask("GET", "/health");
      expect(body.subsystems).toMatchObject({
        optimizer: { status: "ok", figures: { waiting: 0, running: 0, oldest_seconds: 0 } },
        push_notifications: { figures: { email: "outbox", sms: "outbox" } },
      });
      expect(JSON.stringify(body)).not.toContain(organizationId);
      const partners = async () => (await ask("GET", "/health")).body.subsystems.partner_connectors.figures.partners;
      const before = await partners();
      const { body: partner } = await ask("POST", "/partners", { body: { name: "Swift", type: "3pl" } });
      expect(await partners()).toBe(before + 1);
      await ask("DELETE", `/partners/${partner.partner_id}`);
      expect(await partners()).toBe(before);

      await withTenant(database, organizationId, (tx) =>
        queue.enqueue(tx, "optimize-plan", { organizationId, correlationId: "c", optimizationId: tenant.newId() }),
      );
      await database.raw`update pgboss.job set start_after = now() - interval '5 minutes' where name = 'optimize-plan'`;
      const late = await ask("GET", "/health");
      expect(late.status).toBe(200);
      expect(late.body).toMatchObject({
        status: "degraded",
        subsystems: { optimizer: { status: "degraded", figures: { waiting: 1 } }, push_notifications: ok },
      });
    } finally {
      await queue.stop();
    }
  });
});
