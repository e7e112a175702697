import { expect, test } from "vitest";
import { routeVisitIds } from "@/server/domain/plan/plan-board";
import { syncDriverOps } from "@/server/services/execution/sync-driver-ops";
import { drivenDay } from "@/server/testing/driven-day";
import { comingDoor } from "./coming-door";

test("the door that is shown is one a van on the road still comes to: none before it leaves, none once all are made", async () => {
  const day = await drivenDay([[0, 1, 2]]);
  const { scenario, clock } = day;
  const coming = async () => comingDoor(await scenario.board(), clock.now().getTime());
  const drive = async (act: Record<string, unknown> & { type: string }) =>
    syncDriverOps(await day.driver(0), { deviceNow: clock.now(), ops: [day.act(act)] });
  const complete = (visitIds: string[]) => drive({ type: "complete", visitIds, outcome: "delivered" });
  expect(await coming()).toBeUndefined();
  await drive({ type: "start-route" });
  const [first, second, third] = routeVisitIds((await scenario.board()).routes[0]!) as [string, string, string];
  expect([first, second, third]).toContain(await coming());
  await complete([first]);
  expect([second, third]).toContain(await coming());
  await complete([second]);
  expect(await coming()).toBe(third);
  await complete([third]);
  expect(await coming()).toBeUndefined();
});
