import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { testTenant } from "@/server/testing/test-tenant";
import { withTenant } from "./with-tenant";

describe("a read-only transaction", () => {
  test("sees one moment, whatever is committed while it reads", async () => {
    const { database, organizationId } = await testTenant();
    await database.raw`insert into event_sequence values (${organizationId}, 7)`;
    const seen = () => sql<{ last_seq: number }>`select last_seq::int from event_sequence`;
    const [before, during] = await withTenant(
      database,
      organizationId,
      async (tx) => {
        const [first] = await tx.execute(seen());
        await database.raw`update event_sequence set last_seq = 8 where organization_id = ${organizationId}`;
        const [again] = await tx.execute(seen());
        return [first, again];
      },
      { readOnly: true },
    );
    expect([before, during]).toEqual([{ last_seq: 7 }, { last_seq: 7 }]);
    const after = await withTenant(database, organizationId, (tx) => tx.execute(seen()), { readOnly: true });
    expect([...after]).toEqual([{ last_seq: 8 }]);
  });

  test("writes nothing", async () => {
    const { database, organizationId } = await testTenant();
    const write = withTenant(
      database,
      organizationId,
      (tx) => tx.execute(sql`insert into event_sequence values (${organizationId}, 1)`),
      { readOnly: true },
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  });
});
