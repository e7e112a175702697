import { expect, test } from "vitest";
import type { Reach } from "@/server/domain/access/member-scope";
import { checkImport } from "@/server/jobs/handlers/check-import";
import { runImportJob } from "@/server/jobs/handlers/run-import";
import { getImport } from "@/server/services/intake/get-import";
import { listImportRows } from "@/server/services/intake/list-import-rows";
import { receiveOrderFile } from "@/server/services/intake/receive-order-file";
import { runImport } from "@/server/services/intake/run-import";
import { setImportMapping } from "@/server/services/intake/set-import-mapping";
import { listDeliveries } from "@/server/services/order/list-deliveries";
import { moveStops } from "@/server/services/plan/move-stops";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { jobOf } from "@/server/testing/import-builders";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { planScenario } from "@/server/testing/plan-scenario";

const signal = new AbortController().signal;
const bytesOf = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));

/** A day with a route of the north's driver and one of the south's, an order on each, and somebody let in to the north only. */
async function northAndSouth() {
  const scenario = await planScenario([{ at: [1, 0] }, { at: [2, 0] }, { at: [3, 0] }], {
    ports: { blobs: memoryBlobStore() },
  });
  const { tenant, projectId, planId, driverIds, deliveryIds } = scenario;
  const sql = tenant.database.raw;
  const [{ north }] = await sql<
    [{ north: string }]
  >`select default_depot_id as north from project where id = ${projectId}`;
  const south = tenant.newId();
  await sql`insert into depot (organization_id, id, project_id, name, location_id, created_at, updated_at)
    select organization_id, ${south}, project_id, 'South', location_id, now(), now() from depot where id = ${north}`;
  await sql`update driver set depot_id = ${south} where id = ${driverIds[1]!}`;
  for (const [index, number] of ["NORTH", "SOUTH", "FREE"].entries()) {
    await sql`update delivery set external_id = ${number} where id = ${deliveryIds[index]!}`;
    if (index > 1) continue;
    const to = { kind: "position", routeId: scenario.routeIds[index]!, afterVisitId: null } as const;
    const mutationId = scenario.mutationId();
    await moveStops(scenario.context(), { planId, mutationId, visitIds: [scenario.visitIds[index]!], to });
  }
  const reach: Reach = { projectIds: [projectId], depotIds: [north] };
  const whole = scenario.context("dispatcher");
  const limited = { ...whole, actor: { ...whole.actor, reach } };
  const seen = async () =>
    (await listDeliveries(limited, { filter: { projectId }, limit: 10 })).rows.map((each) => each.externalId).sort();
  return { ...scenario, north, south, limited, seen };
}

test("orders are seen with their routes, whoever drives those by now", async () => {
  const { seen, limited, tenant, planId, routeIds, driverIds, south } = await northAndSouth();
  const sql = tenant.database.raw;
  const board = async () =>
    (await readPlanBoard(limited, { planId })).routes.map(({ id, stops }) => [id, stops.length]);
  expect(await seen()).toEqual(["FREE", "NORTH"]);
  expect(await board()).toEqual([[routeIds[0], 1]]);
  const [first, second] =
    await sql`select r.driver_day_id as day from route r where r.id = any(${[...routeIds]}) order by r.number`;
  await sql.begin(async (tx) => {
    await tx`update driver_day set date = date - 400 where id = ${second!.day}`;
    await tx`update driver_day set driver_id = ${driverIds[1]!} where id = ${first!.day}`;
    await tx`update driver_day set driver_id = ${driverIds[0]!}, date = date + 400 where id = ${second!.day}`;
  });
  expect(await seen()).toEqual(["FREE", "SOUTH"]);
  expect(await board()).toEqual([[routeIds[1], 1]]);
  await sql`update driver set depot_id = ${south} where id = ${driverIds[0]!}`;
  expect(await seen()).toEqual(["FREE"]);
});

test("a file of orders reaches as far as whoever began it did, though the system carries it out", async () => {
  const { tenant, limited, projectId, deliveryIds } = await northAndSouth();
  const line = (number: string) => `${number},Changed,+4533123456,Bredgade 1,1260,København K,DK`;
  const bytes = bytesOf("external_id,name,phone,address,postcode,city,country", ...["FREE", "SOUTH", "NEW"].map(line));
  const { importId } = await receiveOrderFile(limited, { projectId, fileName: "orders.csv", bytes });
  const { settings } = await getImport(limited, { id: importId });
  await setImportMapping(limited, { id: importId, settings: { ...settings, mode: "merge" } });
  await checkImport(tenant.systemContext(), jobOf(tenant, importId), signal);
  await runImport(limited, { id: importId });
  const job = tenant.jobs.find(({ name }) => name === "run-import")!;
  await runImportJob(tenant.systemContext(), job.payload as never, signal);
  const { rows } = await listImportRows(limited, { id: importId });
  expect(rows.map(({ status, outcome, errors }) => [status, outcome, errors.map(({ code }) => code)])).toEqual([
    ["imported", "updated", []],
    ["invalid", null, ["out_of_reach"]],
    ["imported", "created", []],
  ]);
  const [south] = await tenant.database.raw`
    select contact_name as name from delivery_visit where delivery_id = ${deliveryIds[1]!}`;
  expect(south!.name).not.toBe("Changed");
});
