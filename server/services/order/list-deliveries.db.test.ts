import { beforeAll, describe, expect, test } from "vitest";
import { deliveryPageSql } from "@/db/queries/order/list-deliveries";
import { explain as explainQuery } from "@/db/testing/explain";
import type { DeliveryFilter, DeliverySort } from "@/server/domain/order/delivery-filter";
import { DELIVERY_SORTS } from "@/server/domain/order/delivery-filter";
import { dropoffDraft, testProject } from "@/server/testing/order-builders";
import { type TestTenant, testTenant } from "@/server/testing/test-tenant";
import { countDeliveryFacets } from "./count-delivery-facets";
import { createDeliveries } from "./create-deliveries";
import { listDeliveries } from "./list-deliveries";
import { listDeliveryIds } from "./list-delivery-ids";

const COUNT = 3000;
const PRIORITIES = ["low", "normal", "high", "critical"] as const;
let tenant: TestTenant;
let projectId: string;

beforeAll(async () => {
  tenant = await testTenant();
  projectId = await testProject(tenant);
  const other = await testTenant();
  const otherProjectId = await testProject(other);
  const deliveries = Array.from({ length: COUNT }, (_, index) =>
    dropoffDraft(index, {
      ...(index % 10 > 0 && { serviceDate: `2026-11-${String((index % 30) + 1).padStart(2, "0")}` }),
      priority: PRIORITIES[index % 4],
      tags: index % 5 === 0 ? ["fragile", "b2b"] : [],
    }),
  );
  await createDeliveries(tenant.context(), { projectId, deliveries });
  await createDeliveries(other.context(), { projectId: otherProjectId, deliveries: deliveries.slice(0, 500) });
  await tenant.database.raw`vacuum analyze delivery`;
});

const list = (filter: Partial<DeliveryFilter>, more: object = {}) =>
  listDeliveries(tenant.context("viewer"), { filter: { projectId, ...filter }, ...more });

describe("the order list", () => {
  test.each(DELIVERY_SORTS)("pages through everything once, sorted by %s", async (by) => {
    for (const direction of ["asc", "desc"] as const) {
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await list({ date: "2026-11-08" }, { sort: { by, direction }, cursor, limit: 17 });
        expect(page.total).toBe(cursor ? null : 100);
        seen.push(...page.rows.map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(new Set(seen).size).toBe(100);
      expect(seen).toHaveLength(100);
    }
  });

  test("filters by day, no day, tag, priority, words anywhere, plan and certainty", async () => {
    expect((await list({ date: "none" })).total).toBe(COUNT / 10);
    expect((await list({ tags: ["b2b", "nothing"] })).total).toBe(COUNT / 5);
    expect((await list({ priorities: ["critical", "high"] })).total).toBe(COUNT / 2);
    expect((await list({ statuses: ["cancelled"] })).total).toBe(0);
    expect((await list({ planned: false, location: "pending" })).total).toBe(COUNT);
    expect((await list({ planned: true })).total).toBe(0);
    expect((await list({ location: "doubtful" })).total).toBe(0);
    const found = await list({ search: "KØBENHAVN bredgade 2999" });
    expect(found.rows.map(({ externalId }) => externalId)).toEqual(["T-2999"]);
    expect((await list({ search: "t-2999" })).total).toBe(1);
    expect((await list({ search: "%_" })).total).toBe(0);
    expect((await list({ search: "33123456" })).total).toBe(COUNT);
    await expect(list({}, { cursor: "nonsense" })).rejects.toMatchObject({ code: "invalid" });
    const { ids, isCut } = await listDeliveryIds(tenant.context(), { filter: { projectId, tags: ["b2b"] } });
    expect([ids.length, isCut]).toEqual([COUNT / 5, false]);
  });

  test("counts how they divide", async () => {
    const facets = await countDeliveryFacets(tenant.context("viewer"), { filter: { projectId, date: "none" } });
    expect(facets).toMatchObject({ total: 300, planned: 0, doubtful: 0, pending: 300 });
    expect(facets.statuses).toEqual([{ value: "requested", count: 300 }]);
    expect(facets.tags).toEqual([
      { value: "b2b", count: 300 },
      { value: "fragile", count: 300 },
    ]);
  });

  test("another tenant's project shows nothing", async () => {
    const stranger = await testTenant();
    const filter = { projectId };
    expect(await listDeliveries(stranger.context(), { filter })).toMatchObject({ rows: [], total: 0 });
    expect((await listDeliveries(stranger.context(), { filter: { projectId, search: "bredgade" } })).total).toBe(0);
  });

  test("one day is read by its index, a search by trigrams", async () => {
    const sort: DeliverySort = { by: "created", direction: "desc" };
    const explain = (filter: Partial<DeliveryFilter>) =>
      explainQuery(
        tenant.database,
        tenant.organizationId,
        deliveryPageSql(tenant.organizationId, { projectId, ...filter }, sort, undefined, 101),
      );
    expect(await explain({ date: "2026-11-08" })).toContain("delivery_day");
    const inside = await tenant.database.raw.begin(async (tx) => {
      await tx`select set_config('app.organization_id', ${tenant.organizationId}, true)`;
      await tx`set local enable_seqscan = off`;
      return tx`explain select id from delivery where organization_id = ${tenant.organizationId}
        and search_text like ${"%2999%"} and search_text like ${"%bredgade%"}`;
    });
    expect(inside.map((row) => row["QUERY PLAN"]).join("\n")).toContain("delivery_search");
  });
});
