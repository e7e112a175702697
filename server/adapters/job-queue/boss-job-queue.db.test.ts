import { expect, test } from "vitest";
import { withTenant } from "@/db/with-tenant";
import { JOBS, type JobName } from "@/server/jobs/catalog";
import { testTenant } from "@/server/testing/test-tenant";
import { type JobHandlers, startBossJobQueue } from "./boss-job-queue";

test("a job that waits is not taken before the transaction that counts on it has ended", async () => {
  const { database, organizationId, newId } = await testTenant();
  const queue = await startBossJobQueue(database, () => {});
  const [changing, other] = [newId(), newId()];
  const taken: string[] = [];
  const ask = (planId: string) =>
    withTenant(database, organizationId, (tx) =>
      queue.enqueue(tx, "watch-plan", { organizationId, planId, correlationId: planId }),
    );
  const change = gate();
  const asked = gate();
  try {
    await ask(changing);
    const changed = withTenant(database, organizationId, async (tx) => {
      await queue.enqueue(tx, "watch-plan", { organizationId, planId: changing, correlationId: changing });
      asked.open();
      await change.opened;
    });
    await asked.opened;
    await ask(other);
    await queue.work({
      ...noWork,
      "watch-plan": async ({ planId }) => void taken.push(planId),
    });
    // Given out later, so whoever takes it has passed over the one before.
    await expect.poll(() => taken).toContain(other);
    expect(taken).not.toContain(changing);
    change.open();
    await changed;
    await expect.poll(() => taken).toContain(changing);
    expect(taken).toHaveLength(2);
  } finally {
    change.open();
    await queue.stop();
  }
});

test("a job that has begun does not serve what comes after: another waits", async () => {
  const { database, organizationId, newId } = await testTenant();
  const queue = await startBossJobQueue(database, () => {});
  const planId = newId();
  const ask = () =>
    withTenant(database, organizationId, (tx) =>
      queue.enqueue(tx, "watch-plan", { organizationId, planId, correlationId: planId }),
    );
  const begun = gate();
  const end = gate();
  let times = 0;
  try {
    await ask();
    await queue.work({
      ...noWork,
      "watch-plan": async (payload) => {
        if (payload.planId !== planId) return;
        times++;
        begun.open();
        await end.opened;
      },
    });
    await begun.opened;
    await Promise.all([ask(), ask(), ask()]);
    end.open();
    await expect.poll(() => times).toBe(2);
  } finally {
    end.open();
    await queue.stop();
  }
});

test("addresses that have waited for hours let those go first that have just come", async () => {
  const { database, organizationId, newId } = await testTenant();
  const queue = await startBossJobQueue(database, () => {});
  try {
    const payload = { organizationId, correlationId: newId() };
    await withTenant(database, organizationId, async (tx) => {
      await queue.enqueue(tx, "geocode-locations", { ...payload, isSweep: true });
      await queue.enqueueAll(tx, "geocode-locations", [{ ...payload, isSweep: true }, payload]);
    });
    const jobs = await database.raw`select priority from pgboss.job
      where name = 'geocode-locations' and data ->> 'organizationId' = ${organizationId} order by priority`;
    expect(jobs.map(({ priority }) => priority)).toEqual([-1, -1, 0]);
  } finally {
    await queue.stop();
  }
});

const noWork = Object.fromEntries(
  (Object.keys(JOBS) as JobName[]).map((name) => [name, async () => {}]),
) as unknown as JobHandlers;

function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
