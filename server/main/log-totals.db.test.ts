import { expect, test } from "vitest";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { createLogTotals } from "./log-totals";

/** An entry of the log, of a mutation; one roll-over is two of them. */
async function log({ database, organizationId, newId }: TestTenant, mutation: string, type: string, data: object) {
  await database.raw`with next as (update event_sequence set last_seq = last_seq + 1
      where organization_id = ${organizationId} returning last_seq)
    insert into event (organization_id, seq, type, entity, entity_id, actor_kind, actor_label, correlation_id,
      mutation_id, occurred_at, received_at, data)
    select ${organizationId}, last_seq, ${type}, 'plan', ${newId()}, 'system', 'Dray', 'test', ${mutation}, now(), now(),
      ${database.raw.json(data as never)} from next`;
}

test("what is added to a log is added to its totals, each entry once", async () => {
  const tenant = await testTenant();
  const { database, organizationId } = tenant;
  await database.raw`insert into event_sequence (organization_id, last_seq) values (${organizationId}, 0)
    on conflict do nothing`;
  const rollOver = async (mutation: string, orders: number) => {
    for (const _day of [0, 1]) await log(tenant, mutation, "plan.rolled-over", { orders });
  };
  const read = createLogTotals(database);
  const ours = async (ask: typeof read) => (await ask()).find((total) => total.organizationId === organizationId);
  await rollOver("one", 3);
  await log(tenant, "two", "location.geocoded", { doubtful: 2 });
  expect(await ours(read)).toMatchObject({ geocodingFailures: 2, rollOvers: 3 });
  expect(await ours(read)).toMatchObject({ geocodingFailures: 2, rollOvers: 3 });
  await rollOver("three", 4);
  await log(tenant, "four", "location.geocoded", { doubtful: 5 });
  await log(tenant, "five", "plan.opened", { orders: 100, doubtful: 100 });
  const total = await ours(read);
  expect(total).toMatchObject({ geocodingFailures: 7, rollOvers: 7 });
  // Another process counts from the beginning, and comes to the same.
  expect(await ours(createLogTotals(database))).toEqual(total);
});
