import { describe, expect, test } from "vitest";
import { applyBoardPatch } from "@/server/domain/plan/apply-board-patch";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario, type ScenarioVisit } from "@/server/testing/plan-scenario";
import { testTenant } from "@/server/testing/test-tenant";
import { listTimeline } from "../event/list-timeline";
import { bringBack } from "./bring-back";
import { chooseDrivers } from "./choose-drivers";
import { dispatchRoutes } from "./dispatch-routes";
import { getBoard } from "./get-board";
import { lockStops } from "./lock-stops";
import { moveStops } from "./move-stops";
import { openPlan } from "./open-plan";
import { redoEdit } from "./redo-edit";
import { rollOver } from "./roll-over";
import { undoEdit } from "./undo-edit";

const [TODAY, TOMORROW] = ["2026-06-10", "2026-06-11"];
const clock = new FakeClock("2026-06-10T08:00:00Z");
const spots: ScenarioVisit[] = [1, 2, 3, 4].map((x) => ({ at: [x, x] }));

async function overfullDay(visits: readonly ScenarioVisit[] = spots) {
  const s = await planScenario(visits, { ports: { clock } });
  const sql = s.tenant.database.raw;
  const roll = (indices: readonly number[], over: Partial<Parameters<typeof rollOver>[1]> = {}) =>
    rollOver(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      deliveryIds: indices.map((index) => s.deliveryIds[index]!),
      toDate: TOMORROW,
      ...over,
    });
  const plan = (index: number) =>
    moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[index]!],
      to: { kind: "best", routeId: s.routeIds[0]! },
    });
  /** Day and notes of each order. */
  const days = async () => {
    const rows = await sql`select id, service_date::text as day, rolled_over_from::text[] as notes from delivery
      where organization_id = ${s.tenant.organizationId}`;
    return s.deliveryIds.map((id) => {
      const row = rows.find((each) => each.id === id)!;
      return [row.day, ...row.notes].join(" ");
    });
  };
  const turn = (direction: typeof undoEdit, over: { asNewChange?: boolean } = {}) =>
    direction(s.context(), { planId: s.planId, mutationId: s.mutationId(), ...over });
  return { s, sql, roll, plan, days, turn };
}

const refusals = (result: { verdicts: readonly { refusal: string | null }[] }) =>
  result.verdicts.map((verdict) => verdict.refusal);

describe("rolling over", () => {
  test("moves what is left to the next day, says so on the order and in the log, and the board follows", async () => {
    const { s, roll, days } = await overfullDay();
    const before = await s.board();
    const result = await roll([1, 3]);
    expect(refusals(result)).toEqual([null, null]);
    expect(await days()).toEqual([TODAY, `${TOMORROW} ${TODAY}`, TODAY, `${TOMORROW} ${TODAY}`]);
    const after = applyBoardPatch(before, result.patch);
    expect(after.pool).toEqual((await s.board()).pool);
    expect(after.pool).toHaveLength(2);
    expect(result.edit?.label).toBe("Roll over 2 orders to 2026-06-11");
    const { planId } = await openPlan(s.context(), { projectId: s.projectId, date: TOMORROW });
    const next = await getBoard(s.context(), { planId });
    expect(next.visits.terms.values.map((terms) => terms.rolledOver)).toEqual([{ from: TODAY, times: 1 }]);
    const log = await listTimeline(s.context(), { entity: "delivery", entityId: s.deliveryIds[1]! });
    expect(log[0]).toMatchObject({ before: { serviceDate: TODAY }, after: { serviceDate: TOMORROW } });
    const planLog = await listTimeline(s.context(), { entity: "plan", entityId: s.planId });
    expect(planLog[0]).toMatchObject({ type: "plan.rolled-over", data: { toDate: TOMORROW, orders: 2 } });
  });

  test("is undone and done again, with its notes", async () => {
    const { s, roll, days, turn } = await overfullDay();
    await roll([0]);
    const undone = await turn(undoEdit);
    expect(await days()).toEqual([TODAY, TODAY, TODAY, TODAY]);
    expect(undone.patch.visits.map(({ id }) => id)).toEqual([s.visitIds[0]]);
    const redone = await turn(redoEdit);
    expect((await days())[0]).toBe(`${TOMORROW} ${TODAY}`);
    expect(redone.patch.removedVisitIds).toEqual([s.visitIds[0]]);
  });

  test("cannot be undone as a whole once one of them is planned there; the others can", async () => {
    const { s, roll, days, turn } = await overfullDay();
    await roll([0, 1]);
    const { planId } = await openPlan(s.context(), { projectId: s.projectId, date: TOMORROW });
    await s.tenant.database.raw`update delivery set status = 'assigned' where id = ${s.deliveryIds[0]!}`;
    await expect(turn(undoEdit)).rejects.toMatchObject({
      code: "stale",
      details: { verdicts: [{ deliveryId: s.deliveryIds[0], refusal: "dispatched" }] },
    });
    expect((await days())[1]).toBe(`${TOMORROW} ${TODAY}`);
    await turn(undoEdit, { asNewChange: true });
    expect((await days()).slice(0, 2)).toEqual([`${TOMORROW} ${TODAY}`, TODAY]);
    expect(planId).toBeTruthy();
  });

  test("is not undone once a driver holds the order on the other day; nor done again once that day is closed", async () => {
    const { s, sql, roll, days, turn } = await overfullDay();
    await roll([0, 1]);
    const { planId } = await openPlan(s.context(), { projectId: s.projectId, date: TOMORROW });
    await chooseDrivers(s.context(), { planId, drivers: [{ driverId: s.driverIds[0]! }] });
    const routeOf = async () => unpackBoard(await getBoard(s.context(), { planId })).routes[0]!;
    const to = { kind: "best", routeId: (await routeOf()).id } as const;
    await moveStops(s.context(), { planId, mutationId: s.mutationId(), visitIds: [s.visitIds[0]!], to });
    const { id: routeId, version } = await routeOf();
    await dispatchRoutes(s.context(), { planId, mutationId: s.mutationId(), routes: [{ routeId, version }] });
    const kept = [{ deliveryId: s.deliveryIds[0], refusal: "dispatched" }];
    await expect(turn(undoEdit)).rejects.toMatchObject({ code: "stale", details: { verdicts: kept } });
    await turn(undoEdit, { asNewChange: true });
    expect((await days()).slice(0, 2)).toEqual([`${TOMORROW} ${TODAY}`, TODAY]);
    expect((await routeOf()).stops).toHaveLength(1);
    expect((await s.board()).pool).toContain(s.visitIds[1]);
    await sql`update plan set status = 'closed' where id = ${planId}`;
    await expect(turn(redoEdit)).rejects.toMatchObject({ code: "refused", details: { reason: "day-closed" } });
    expect((await days())[1]).toBe(TODAY);
  });

  test("asked twice, does it once", async () => {
    const { roll, days } = await overfullDay();
    const first = await roll([0], { mutationId: "the-same-one" });
    const second = await roll([0], { mutationId: "the-same-one" });
    expect([first.isRepeated, second.isRepeated]).toEqual([false, true]);
    expect(second.edit).toEqual(first.edit);
    expect(second.patch.removedVisitIds).toEqual(first.patch.removedVisitIds);
    expect((await days())[0]).toBe(`${TOMORROW} ${TODAY}`);
  });

  test("leaves what is on a route, locked, sent or finished where it is, and says why of each", async () => {
    const { s, sql, roll, plan, days } = await overfullDay([...spots, { at: [5, 5] }, { at: [6, 6] }]);
    await plan(0);
    await plan(1);
    await lockStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[1]!],
      lockedToDriver: true,
    });
    await sql`update delivery set status = 'delivered' where id = ${s.deliveryIds[2]!}`;
    expect(refusals(await roll([0, 1, 2, 4]))).toEqual(["on-route", "locked", "closed", null]);
    const routes = (await s.board()).routes.filter((route) => route.stops.length > 0);
    await dispatchRoutes(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      routes: routes.map(({ id, version }) => ({ routeId: id, version })),
    });
    expect(refusals(await roll([0, 1, 4, 5]))).toEqual(["dispatched", "dispatched", "unknown", null]);
    expect(await days()).toEqual([TODAY, TODAY, TODAY, TODAY, `${TOMORROW} ${TODAY}`, `${TOMORROW} ${TODAY}`]);
  });

  test("takes a pair whole or not at all", async () => {
    const { s, roll, days } = await overfullDay([{ at: [1, 1], pickupAt: [2, 2] }, { at: [3, 3] }]);
    const before = await s.board();
    const result = await roll([0]);
    expect([...result.patch.removedVisitIds].sort()).toEqual([s.pickupIds[0], s.visitIds[0]].sort());
    expect(applyBoardPatch(before, result.patch).pool).toEqual([s.visitIds[1]]);
    expect(await days()).toEqual([`${TOMORROW} ${TODAY}`, TODAY]);
  });

  test("a time promised for the day keeps the order, unless it is to move along; undo brings the promise back", async () => {
    const window = { date: TODAY, fromSeconds: 36_000, toSeconds: 39_600 };
    const { s, sql, roll, turn, days } = await overfullDay([{ at: [1, 1], windows: [window] }, { at: [2, 2] }]);
    expect(refusals(await roll([0, 1]))).toEqual(["promised", null]);
    const windows = async () =>
      (await sql`select windows from delivery_visit where id = ${s.visitIds[0]!}`)[0]!.windows;
    expect(refusals(await roll([0], { movePromises: true }))).toEqual([null]);
    expect(await windows()).toEqual([{ ...window, date: TOMORROW }]);
    await turn(undoEdit);
    expect(await windows()).toEqual([window]);
    expect((await days())[0]).toBe(TODAY);
  });

  test("an order that may not be made on the other day stays, whatever is asked; a day without restriction takes it", async () => {
    const { s, sql, roll, days } = await overfullDay([{ at: [1, 1] }, { at: [2, 2] }]);
    const allow = (index: number, allowed: object) =>
      sql`update delivery set allowed_days = ${sql.json(allowed as never)} where id = ${s.deliveryIds[index]!}`;
    await allow(0, { weekdays: ["wednesday"] });
    await allow(1, { spans: [{ from: `${TOMORROW}T09:00:00` }] });
    expect(refusals(await roll([0, 1], { movePromises: true }))).toEqual(["not-allowed", null]);
    await allow(0, { toDate: TOMORROW });
    expect(refusals(await roll([0]))).toEqual([null]);
    expect(await days()).toEqual([`${TOMORROW} ${TODAY}`, `${TOMORROW} ${TODAY}`]);
  });

  test("goes to a later day that is neither over nor closed", async () => {
    const { s, sql, roll, days } = await overfullDay();
    await expect(roll([0], { toDate: TODAY })).rejects.toMatchObject({ details: { reason: "not-later" } });
    await expect(roll([0], { toDate: "2026-06-09" })).rejects.toMatchObject({ details: { reason: "not-later" } });
    await expect(roll([0], { toDate: "someday" })).rejects.toMatchObject({ code: "invalid" });
    clock.set("2026-06-12T08:00:00Z");
    await expect(roll([0])).rejects.toMatchObject({ details: { reason: "past-day" } });
    clock.set("2026-06-10T08:00:00Z");
    const { planId } = await openPlan(s.context(), { projectId: s.projectId, date: TOMORROW });
    await sql`update plan set status = 'closed' where id = ${planId}`;
    await expect(roll([0])).rejects.toMatchObject({ details: { reason: "day-closed" } });
    expect(await days()).toEqual([TODAY, TODAY, TODAY, TODAY]);
  });

  test("touches nothing of a stranger's, and nothing for a reader", async () => {
    const [mine, theirs] = [await overfullDay(), await overfullDay()];
    const result = await rollOver(mine.s.context(), {
      planId: mine.s.planId,
      mutationId: mine.s.mutationId(),
      deliveryIds: [theirs.s.deliveryIds[0]!, mine.s.deliveryIds[0]!],
      toDate: TOMORROW,
    });
    expect(refusals(result)).toEqual(["unknown", null]);
    expect(await theirs.days()).toEqual([TODAY, TODAY, TODAY, TODAY]);
    const stranger = (await testTenant({ clock })).context();
    const input = {
      planId: mine.s.planId,
      mutationId: "a-stranger",
      deliveryIds: [mine.s.deliveryIds[1]!],
      toDate: TOMORROW,
    };
    await expect(rollOver(stranger, input)).rejects.toMatchObject({ code: "not-found" });
    await expect(rollOver(mine.s.context("viewer"), input)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("bringing back", () => {
  test("takes an order to the day it was last rolled over from, and its note off", async () => {
    const { s, roll, days } = await overfullDay();
    await roll([0]);
    const { planId } = await openPlan(s.context(), { projectId: s.projectId, date: TOMORROW });
    const back = (index: number) =>
      bringBack(s.context(), { planId, mutationId: s.mutationId(), deliveryIds: [s.deliveryIds[index]!] });
    expect(refusals(await back(0))).toEqual([null]);
    expect((await days())[0]).toBe(TODAY);
    expect(refusals(await back(0))).toEqual(["not-rolled-over"]);
    await roll([0]);
    clock.set("2026-06-11T08:00:00Z");
    expect(refusals(await back(0))).toEqual(["past-day"]);
    clock.set("2026-06-10T08:00:00Z");
    const undone = await back(0);
    expect(undone.edit?.label).toBe("Bring back 1 order");
    await undoEdit(s.context(), { planId, mutationId: s.mutationId() });
    expect((await days())[0]).toBe(`${TOMORROW} ${TODAY}`);
  });
});
