import { describe, expect, test } from "vitest";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { getDelivery } from "../order/get-delivery";
import { editProject } from "../project/edit-project";
import { listProjects } from "../project/list-projects";
import { learnServiceTimes } from "./learn-service-times";
import { syncDriverOps } from "./sync-driver-ops";

/** Three routes that bring something to the same door, and one elsewhere. */
async function sameDoorThrice() {
  const day = await drivenDay([[0, 3], [1], [2]]);
  const { tenant, visitIds } = day.scenario;
  await tenant.database.raw`update location set address_key = case
      when id in (select location_id from delivery_visit where id in ${tenant.database.raw(visitIds.slice(0, 3))})
      then 'nygade 7' else id::text end
    where organization_id = ${tenant.organizationId}`;
  return day;
}

async function deliver(day: DrivenDay, route: number, visit: number, seconds: number, outcome = "delivered") {
  const { clock, act, scenario } = day;
  const visitId = scenario.visitIds[visit]!;
  const arrive = act({ type: "arrive", visitId });
  clock.advanceSeconds(seconds);
  const reason = outcome === "failed" ? { reason: "nobody-home" } : {};
  const complete = act({ type: "complete", visitIds: [visitId], outcome, ...reason });
  await syncDriverOps(await day.driver(route), { deviceNow: clock.now(), ops: [arrive, complete] });
}

const learn = ({ scenario }: DrivenDay, route: number) =>
  learnServiceTimes(scenario.context("dispatcher"), { routeId: scenario.routeIds[route]! });

async function switchOn({ scenario }: DrivenDay, learnsServiceTimes: boolean) {
  const [stored] = await listProjects(scenario.context(), {});
  const { id, name, timeZone, defaultCountry, currency, defaultServiceSeconds } = stored!;
  const project = { name, timeZone, defaultCountry, currency, defaultServiceSeconds, learnsServiceTimes };
  await editProject(scenario.context(), { id, project });
}

const serviceOf = async ({ scenario }: DrivenDay, visit: number) => {
  const { serviceSeconds, learnedFrom } = (await scenario.board()).visits.get(scenario.visitIds[visit]!)!;
  return { serviceSeconds, learnedFrom };
};

describe("service times learned by address", () => {
  test("three stays teach an address; plans go by it where the project says so and the order says nothing", async () => {
    const day = await sameDoorThrice();
    const before = await serviceOf(day, 0);
    await deliver(day, 0, 0, 600);
    await deliver(day, 1, 1, 640);
    expect(await learn(day, 1)).toEqual({ learned: 0 });
    await deliver(day, 2, 2, 9000);
    // Two hours and a half at a door is a driver who forgot to say that he was done.
    expect(await learn(day, 2)).toEqual({ learned: 0 });
    await deliver(day, 0, 3, 60);
    const { tenant, visitIds } = day.scenario;
    await tenant.database.raw`update stop_run set arrived_at = completed_at - interval '605 s'
      where organization_id = ${tenant.organizationId} and visit_id = ${visitIds[2]!}`;
    expect(await learn(day, 2)).toEqual({ learned: 1 });
    expect(await learn(day, 0)).toEqual({ learned: 1 });

    expect(await serviceOf(day, 0)).toEqual(before);
    await tenant.database.raw`update project set default_service_seconds = ${before.serviceSeconds}
      where organization_id = ${tenant.organizationId}`;
    await switchOn(day, true);
    expect(await serviceOf(day, 0)).toEqual({ serviceSeconds: 600, learnedFrom: 3 });
    const { deliveryIds } = day.scenario;
    const orderOf = (visit: number) => getDelivery(day.scenario.context(), { id: deliveryIds[visit]! });
    expect((await orderOf(0)).learned).toEqual([{ visitId: visitIds[0], serviceSeconds: 600, stays: 3 }]);
    expect((await orderOf(3)).learned).toEqual([]);
    expect(await serviceOf(day, 3)).toEqual({ ...before, learnedFrom: undefined });
    await tenant.database.raw`update delivery_visit set service_seconds = 77
      where organization_id = ${tenant.organizationId} and id = ${visitIds[1]!}`;
    expect(await serviceOf(day, 1)).toEqual({ serviceSeconds: 77, learnedFrom: undefined });
    expect((await orderOf(1)).learned).toEqual([]);
    await switchOn(day, false);
    expect(await serviceOf(day, 0)).toEqual(before);
    expect((await orderOf(0)).learned).toEqual([]);
  });

  test("what was not handed over teaches nothing; another organization's route is not there", async () => {
    const [day, other] = [await sameDoorThrice(), await sameDoorThrice()];
    for (const [route, visit] of [0, 1, 2].entries()) await deliver(day, route, visit, 300, "failed");
    expect(await learn(day, 0)).toEqual({ learned: 0 });
    const foreign = { routeId: other.scenario.routeIds[0]! };
    await expect(learnServiceTimes(day.scenario.context(), foreign)).rejects.toMatchObject({ code: "not-found" });
    for (const [route, visit] of [0, 1, 2].entries()) await deliver(other, route, visit, 300);
    expect(await learn(other, 0)).toEqual({ learned: 1 });
    const seen = await other.scenario.tenant.database.raw`select organization_id from learned_service
      where organization_id in (${day.scenario.tenant.organizationId}, ${other.scenario.tenant.organizationId})`;
    expect(seen.map(({ organization_id }) => organization_id)).toEqual([other.scenario.tenant.organizationId]);
  });

  test("the end of a route gives out the job", async () => {
    const day = await sameDoorThrice();
    const finish = day.act({ type: "finish-route" });
    await syncDriverOps(await day.driver(0), { deviceNow: day.clock.now(), ops: [finish] });
    expect(day.scenario.tenant.jobs.map(({ name }) => name)).toContain("learn-from-route");
  });
});
