import { expect, test } from "vitest";
import { planScenario } from "@/server/testing/plan-scenario";
import { moveToWave } from "../wave/move-to-wave";
import { openWave } from "../wave/open-wave";

test("the board says in which part of the day routes and orders are, once there are several", async () => {
  const { projectId, date, deliveryIds, visitIds, context, board } = await planScenario([
    { at: [1, 1] },
    { at: [2, 2] },
  ]);
  const labels = async () => {
    const { routes, visits } = await board();
    return [routes.map(({ wave }) => wave), visitIds.map((id) => visits.get(id)!.wave)];
  };
  const open = (label: string) => openWave(context(), { projectId, date, label });
  await open("Morning");
  expect(await labels()).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  const { id: waveId } = await open("Evening");
  await moveToWave(context(), { deliveryIds: [deliveryIds[1]!], waveId });
  expect(await labels()).toEqual([
    ["Morning", "Morning"],
    ["Morning", "Evening"],
  ]);
});
