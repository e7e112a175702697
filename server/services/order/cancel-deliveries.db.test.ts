import { expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { planScenario } from "@/server/testing/plan-scenario";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { listMessages } from "../message/list-messages";
import { undoEdit } from "../plan/undo-edit";
import { cancelDeliveries } from "./cancel-deliveries";
import { previewCancellation } from "./preview-cancellation";

test("from the order book by the board's rule: sent routes are seen first, drivers told, what is made stays, undone on the board", async () => {
  const day = await drivenDay([[0, 1, 2], [3]]);
  const { scenario } = day;
  const done = day.act({ type: "complete", visitIds: [scenario.visitIds[0]!], outcome: "delivered" });
  await syncDriverOps(await day.driver(0), { deviceNow: day.clock.now(), ops: [done] });
  const ids = [0, 1].map((index) => scenario.deliveryIds[index]!);
  const asked = { ids, mutationId: "cancel-from-the-book", reason: "sold out" };
  await expect(cancelDeliveries(scenario.context(), asked)).rejects.toMatchObject({
    details: { reason: "needs-confirmation", routeNumbers: [1] },
  });
  const seen = await previewCancellation(scenario.context(), { ids });
  expect(seen).toMatchObject({
    refused: [{ externalId: "T-0", reason: "made" }],
    routes: [{ routeNumber: 1, driverName: "Driver 0" }],
  });
  const confirmed = seen.routes.map(({ routeId, version }) => ({ routeId, version }));
  const { verdicts } = await cancelDeliveries(scenario.context(), { ...asked, confirmed });
  expect(verdicts.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ["refused", "made"],
    ["cancelled", null],
  ]);
  expect(await scenario.sequences()).toEqual(["0 2", "3"]);
  const told = (await listMessages(scenario.context(), {})).filter(({ purpose }) => purpose === "route-changed");
  expect(told).toHaveLength(2);
  await cancelDeliveries(scenario.context(), { ...asked, confirmed });
  expect(
    (await listMessages(scenario.context(), {})).filter(({ purpose }) => purpose === "route-changed"),
  ).toHaveLength(2);
  await undoEdit(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    confirmed: await scenario.seenRoutes(),
  });
  expect((await scenario.sequences())[0]!.split(" ").sort()).toEqual(["0", "1", "2"]);
});

test("strangers' orders are unknown; those of no day are cancelled at once; readers may not", async () => {
  const scenario = await planScenario([{ at: [1, 1] }, { at: [2, 2] }], { drivers: 1 });
  const other = await planScenario([{ at: [1, 1] }], { drivers: 1 });
  await scenario.tenant.database.raw`update delivery set service_date = null where id = ${scenario.deliveryIds[0]!}`;
  const ids = [scenario.deliveryIds[0]!, other.deliveryIds[0]!];
  const { verdicts } = await cancelDeliveries(scenario.context(), { ids, mutationId: "cancel-no-day" });
  expect(verdicts.map(({ reason }) => reason)).toEqual([null, "unknown"]);
  expect((await other.board()).pool).toHaveLength(1);
  const [row] = await scenario.tenant.database.raw<{ status: string }[]>`
    select status from delivery where id = ${scenario.deliveryIds[0]!}`;
  expect(row!.status).toBe("cancelled");
  await expect(
    cancelDeliveries(scenario.context("viewer"), { ids, mutationId: "cancel-as-viewer" }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
