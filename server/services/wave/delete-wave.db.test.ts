import { expect, test } from "vitest";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { dropoffDraft } from "@/server/testing/order-builders";
import { planScenario } from "@/server/testing/plan-scenario";
import { untilWaiting } from "@/server/testing/until-waiting";
import { inTenant } from "../kernel/in-tenant";
import { addRoutes } from "./add-routes";
import { deleteWave } from "./delete-from-waves";
import { openWave } from "./open-wave";
import { pushDeliveries } from "./push-deliveries";
import { readWave } from "./read-wave";

const DATE = "2026-06-20";
const NO_PLAN = { code: "not-found", message: expect.stringContaining("plan") };

async function secondWave() {
  const { tenant, projectId, driverIds, context } = await planScenario([]);
  const open = (label: string) => openWave(context(), { projectId, date: DATE, label });
  const first = await open("Morning");
  const { id } = await open("Evening");
  /** The plan is held while these are asked, so that each waits its turn in this order. */
  async function inTurn<T>(...asked: readonly (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    const answers: Promise<PromiseSettledResult<T>[]>[] = [];
    await inTenant(context(), async (tx) => {
      await lockPlan(tx, context().actor.organizationId, first.id);
      for (const [index, ask] of asked.entries()) {
        answers.push(Promise.allSettled([ask()]));
        await untilWaiting(tenant.database, index + 1);
      }
    });
    return (await Promise.all(answers)).flat();
  }
  return { id, projectId, driverIds, context, inTurn };
}

test("what is planned for a wave that is deleted meanwhile is refused, and changes nothing", async () => {
  const { id, driverIds, context, inTurn } = await secondWave();
  const [deleted, added] = await inTurn<unknown>(
    () => deleteWave(context(), { id }),
    () => addRoutes(context(), id, [driverIds[0]!]),
  );
  expect(deleted).toMatchObject({ status: "fulfilled" });
  expect(added).toMatchObject({ status: "rejected", reason: NO_PLAN });
});

test("what got into a wave just before it is deleted goes with it", async () => {
  const { id, projectId, context, inTurn } = await secondWave();
  const deliveries = [dropoffDraft(1)];
  const [pushed, deleted] = await inTurn<unknown>(
    () => pushDeliveries(context(), { waveId: id, projectId, deliveries }),
    () => deleteWave(context(), { id }),
  );
  expect([pushed?.status, deleted?.status]).toEqual(["fulfilled", "fulfilled"]);
  await expect(readWave(context(), { id })).rejects.toMatchObject(NO_PLAN);
  const { deliveryIds } = await readWave(context(), {
    id: (await openWave(context(), { projectId, date: DATE, label: "Morning" })).id,
  });
  expect(deliveryIds).toEqual([]);
});
