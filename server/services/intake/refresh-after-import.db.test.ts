import { expect, test } from "vitest";
import { readOrderFile } from "@/server/adapters/order-file/read-order-file";
import { checkedImport, finishImport } from "@/server/testing/import-builders";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { testProject } from "@/server/testing/order-builders";
import { testTenant } from "@/server/testing/test-tenant";

/*
 * Found with a browser: opening the board right after a first import took 12 s, because the planner still believed the
 * organization to be empty and joined by comparing each row with each.
 */
test("after an import the planner knows the new rows at once", async () => {
  const tenant = await testTenant({ blobs: memoryBlobStore(), files: { read: readOrderFile } });
  const projectId = await testProject(tenant);
  const rows = Array.from({ length: 300 }, (_, i) => `S-${i},Ann,Street ${i},1000,Town,DK,55.${6000 + i},12.5`);
  const importId = await checkedImport(
    tenant,
    projectId,
    `external_id,name,address,postcode,city,country,lat,lon\n${rows.join("\n")}\n`,
  );
  await finishImport(tenant, importId);
  const [explained] = await tenant.database.raw.unsafe<{ "QUERY PLAN": { Plan: { "Plan Rows": number } }[] }[]>(
    `explain (format json) select 1 from delivery where organization_id = '${tenant.organizationId}'`,
  );
  expect(explained!["QUERY PLAN"][0]!.Plan["Plan Rows"]).toBeGreaterThan(100);
});
