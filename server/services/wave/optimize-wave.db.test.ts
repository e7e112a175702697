import { expect, test } from "vitest";
import { planScenario } from "@/server/testing/plan-scenario";
import { solvingPorts } from "@/server/testing/solving-ports";
import { openWave } from "./open-wave";
import { optimizeWave } from "./optimize-wave";
import { pushDeliveries } from "./push-deliveries";
import { readWave } from "./read-wave";

const DATE = "2031-06-20";
const MOST_AT_ONCE = 5000;

test("what comes behind the first five thousand of a wave is planned too", async () => {
  const { tenant, projectId, context } = await planScenario([], { ports: solvingPorts });
  const { id: waveId } = await openWave(context(), { projectId, date: DATE, label: "Whole day" });
  const draft = (number: number) => ({
    externalId: `W-${number}`,
    dropoff: { address: { street: `Vej ${number}` }, position: { lat: 55.67, lng: 12.55 } },
  });
  const push = (count: number, from: number) =>
    pushDeliveries(context(), {
      waveId,
      projectId,
      deliveries: Array.from({ length: count }, (_, index) => draft(from + index)),
    });
  await push(MOST_AT_ONCE, 0);
  await tenant.database.raw`update delivery set status = 'cancelled' where organization_id = ${tenant.organizationId}`;
  await push(2, MOST_AT_ONCE);
  const terms = { routeId: null, keepsRoutes: false, maxSeconds: 1, signal: new AbortController().signal };
  expect(await optimizeWave(context(), waveId, terms)).toEqual([]);
  const { routeIds } = await readWave(context(), { id: waveId });
  const [row] = await tenant.database.raw`
    select count(*)::int as stops from stop where organization_id = ${tenant.organizationId} and route_id = any(${[...routeIds]}::uuid[])`;
  expect(row?.stops).toBe(2);
});
