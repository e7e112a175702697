import { beforeEach, describe, expect, test } from "vitest";
import { type OptimizeDependencies, optimizePlan } from "@/server/jobs/handlers/optimize-plan";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import { FakeClock } from "@/server/testing/fake-clock";
import { type PlanScenario, planScenario, type ScenarioVisit } from "@/server/testing/plan-scenario";
import { cancelPlanning } from "./cancel-planning";
import { dispatchRoutes } from "./dispatch-routes";
import { getOptimization } from "./get-optimization";
import { getOptimizationQueue } from "./get-optimization-queue";
import { lockRoutes } from "./lock-routes";
import { lockStops } from "./lock-stops";
import { moveStops } from "./move-stops";
import { openDay } from "./open-day";
import { type PlanningQuestion, planDays } from "./plan-days";
import { findRunningPlannings, readPlanning } from "./read-planning";
import { requestOptimization } from "./request-optimization";
import { stopOptimization } from "./stop-optimization";

/** A Monday to a Wednesday. */
const [MON, TUE, WED] = ["2031-06-09", "2031-06-10", "2031-06-11"] as const;
const WEEK = [MON, TUE, WED];
const never = new AbortController().signal;
const clock = new FakeClock("2031-06-01T08:00:00Z");
const spots: ScenarioVisit[] = [1, 2, 3, 4, 5, 6].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));

beforeEach(() => clock.set("2031-06-01T08:00:00Z"));

/** All orders are meant for the Tuesday, on which the one van has room for so many. */
async function week(visits = spots, { maxStops = 2, drivers = 1 } = {}) {
  const s = await planScenario(visits, { drivers, maxStops, date: TUE, ports: { clock } });
  const sql = s.tenant.database.raw;
  const allow = (index: number, days: object) =>
    sql`update delivery set allowed_days = ${sql.json(days as never)} where id = ${s.deliveryIds[index]!}`;
  /** By day, the orders meant for it; those on a route first, those on none in brackets. */
  const days = async () => {
    const rows = await sql<{ id: string; date: string; isPlanned: boolean }[]>`
      select d.id, d.service_date::text as date, bool_and(s.id is not null and p.date = d.service_date) as "isPlanned"
      from delivery d join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
      left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
      left join plan p on p.organization_id = s.organization_id and p.id = s.plan_id
      where d.organization_id = ${s.tenant.organizationId} group by d.id, d.service_date`;
    return WEEK.map((date) => {
      const named = rows
        .filter((row) => row.date === date)
        .map((row) => (row.isPlanned ? "" : "?") + s.deliveryIds.indexOf(row.id));
      return named.sort().join(" ");
    });
  };
  return { s, sql, allow, days };
}

function asks(s: PlanScenario, more: Partial<PlanningQuestion> = {}) {
  return planDays(s.context(), {
    projectId: s.projectId,
    dates: WEEK,
    driverIds: null,
    deliveryIds: null,
    onlyEmptyRoutes: false,
    others: "included",
    startFrom: "empty",
    keepDrivers: false,
    balance: null,
    clustering: 0,
    maxSeconds: 1,
    ...more,
  });
}

async function started(s: PlanScenario, more: Partial<PlanningQuestion> = {}): Promise<number> {
  const start = await asks(s, more);
  if (start.kind !== "started") throw new Error(`not started: ${start.kind}`);
  return start.number;
}

/** So much work instead of so much time. */
const solve: OptimizeDependencies["solve"] = (problem, { seed }, options) =>
  solveRoutingProblem(problem, { seed, maxIterations: 3000, threads: 1 }, options);

/** Does what the queue would: the jobs that were given out. */
async function run(s: PlanScenario, solver = solve): Promise<void> {
  const jobs = s.tenant.jobs.splice(0).filter(({ name }) => name === "optimize-plan");
  for (const { payload } of jobs) {
    const { optimizationId } = payload as { optimizationId: string };
    await optimizePlan(s.tenant.systemContext(), { solve: solver }, { optimizationId }, never);
  }
}

const planned = async (s: PlanScenario, more: Partial<PlanningQuestion> = {}) => {
  const number = await started(s, more);
  await run(s);
  return number;
};
const statuses = async (s: PlanScenario) =>
  (
    await s.tenant.database.raw`select status from optimization
      where organization_id = ${s.tenant.organizationId} order by id`
  ).map(({ status }) => status);
const planOf = async (s: PlanScenario, date: string) =>
  (await openDay(s.context(), { projectId: s.projectId, date })).planId;

describe("a week planned together", () => {
  test("orders of a day that is too full go to days before and after it; one number, from waiting to finished", async () => {
    const { s, sql, days } = await week();
    const number = await started(s);
    expect(s.tenant.jobs.filter(({ name }) => name === "optimize-plan")).toHaveLength(1);
    expect(await readPlanning(s.context("viewer"), { number })).toEqual({ status: "waiting", percent: 0 });
    await run(s);
    expect(await readPlanning(s.context(), { number })).toEqual({ status: "finished", percent: 100 });
    const planned = await days();
    expect(planned.map((each) => each.split(" ").length)).toEqual([2, 2, 2]);
    expect(planned.join(" ")).not.toContain("?");
    // Chosen, not put off; and the log says of each which day it came from.
    const notes = await sql`select 1 from delivery
      where organization_id = ${s.tenant.organizationId} and cardinality(rolled_over_from) > 0`;
    expect(notes).toHaveLength(0);
    const moves = await sql`select after->>'serviceDate' as day from event
      where organization_id = ${s.tenant.organizationId} and type = 'delivery.changed'
        and before->>'serviceDate' = ${TUE}`;
    expect(moves.map(({ day }) => day).sort()).toEqual([MON, MON, WED, WED]);
  });

  test("an order is planned on a day it may be made, at its times there; one that fits on none says why", async () => {
    const { s, allow, days } = await week(spots, { maxStops: 6 });
    await allow(0, { weekdays: ["monday"] });
    await allow(1, { fromDate: WED });
    await allow(2, { spans: [{ from: `${MON}T16:00:00`, to: `${MON}T16:30:00` }] });
    await allow(3, { weekdays: ["sunday"] });
    await allow(4, { toDate: TUE, weekdays: ["tuesday", "wednesday"] });
    await allow(5, { spans: [{ from: `${WED}T05:00:00`, to: `${WED}T06:00:00` }] });
    await planned(s);
    expect(await days()).toEqual(["0 2", "4 ?3 ?5".split(" ").sort().join(" "), "1"]);
    const monday = await getOptimization(s.context(), { planId: await planOf(s, MON) });
    expect(monday).toMatchObject({ status: "committed", leftOut: [] });
    const [stop] = await s.tenant.database.raw`select start_seconds from stop where visit_id = ${s.visitIds[2]!}`;
    expect(stop!.start_seconds).toBeGreaterThanOrEqual(16 * 3600);
    expect(stop!.start_seconds).toBeLessThanOrEqual(16.5 * 3600);
    const { leftOut } = (await getOptimization(s.context(), { planId: s.planId }))!;
    const why = new Map(leftOut.map(({ visitId, reasons }) => [visitId, reasons[0]!.rule]));
    expect([why.get(s.visitIds[3]!), why.get(s.visitIds[5]!)]).toEqual(["other-day", "time-window"]);
  });

  test("what is promised for its day, fixed on its route, or already with a driver stays on its day", async () => {
    const window = { date: TUE, fromSeconds: 9 * 3600, toSeconds: 17 * 3600 };
    const { s, days } = await week([{ ...spots[0]!, windows: [window] }, ...spots.slice(1)], { drivers: 2 });
    const put = (visit: number, route: number) =>
      moveStops(s.context(), {
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[visit]!],
        to: { kind: "best", routeId: s.routeIds[route]! },
      });
    await put(1, 0);
    await lockStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[1]!],
      lockedToDriver: true,
    });
    await put(2, 1);
    const routes = (await s.seenRoutes()).slice(1);
    await dispatchRoutes(s.context(), { planId: s.planId, mutationId: s.mutationId(), routes });
    await planned(s);
    const [, tuesday] = await days();
    expect(tuesday!.split(" ")).toEqual(expect.arrayContaining(["0", "1", "2"]));
    expect((await days()).join(" ")).not.toContain("?");
  });

  test("with drivers kept, what is planned stays; from scratch it may go; named orders go, others stay or leave", async () => {
    const { s, days } = await week(spots, { maxStops: 6 });
    await planned(s, { dates: [TUE], deliveryIds: s.deliveryIds.slice(0, 3) });
    await planned(s, { startFrom: "current", keepDrivers: true });
    expect((await days())[1]!.split(" ")).toEqual(expect.arrayContaining(["0", "1", "2"]));
    const only = { deliveryIds: s.deliveryIds.slice(0, 1), others: "unplanned" as const };
    await planned(s, only);
    const after = (await days()).join(" ").split(" ");
    expect(after.filter((each) => each !== "" && !each.startsWith("?"))).toEqual(["0"]);
  });

  test("both doors of a pair go to the same day, or neither", async () => {
    const pair: ScenarioVisit = { at: [6, 6], pickupAt: [2, 2] };
    const { s, days } = await week([pair, pair, pair], { maxStops: 2 });
    await planned(s);
    expect((await days()).map((each) => each.length)).toEqual([1, 1, 1]);
  });

  test("two orders that are joined go to the same day, the pickup first", async () => {
    const { s, sql, days } = await week(spots, { maxStops: 2 });
    const { organizationId } = s.tenant;
    for (const index of [0, 2, 4]) {
      const [pickupId, dropoffId] = s.deliveryIds.slice(index);
      await sql`update delivery set kind = 'pickup' where id = ${pickupId!}`;
      await sql`update delivery_visit set role = 'pickup' where delivery_id = ${pickupId!}`;
      await sql`insert into delivery_join (organization_id, pickup_id, dropoff_id)
        values (${organizationId}, ${pickupId!}, ${dropoffId!})`;
    }
    await planned(s);
    expect([...(await days())].sort()).toEqual(["0 1", "2 3", "4 5"]);
    const rows = await sql`select visit_id as id, position from stop where organization_id = ${organizationId}`;
    for (const { id, position } of rows) expect(s.visitIds.indexOf(id) % 2).toBe(position);
  });

  test("a day on which nobody drives sends its orders to the others, and gets none", async () => {
    const { s, sql, days } = await week(spots.slice(0, 3), { maxStops: 6 });
    const { organizationId } = s.tenant;
    await sql`delete from route where organization_id = ${organizationId}`;
    await sql`update driver_day set is_off = true where organization_id = ${organizationId}`;
    await planned(s);
    const [monday, tuesday, wednesday] = await days();
    expect(tuesday).toBe("");
    expect(`${monday} ${wednesday}`.trim().split(" ").sort()).toEqual(["0", "1", "2"]);
  });

  test("nothing is brought to a day that is over, but what is left there may come", async () => {
    const { s, days } = await week(spots, { maxStops: 6 });
    clock.set(`${WED}T04:00:00Z`);
    await planned(s, { driverIds: [...s.driverIds] });
    const [monday] = await days();
    expect(monday).toBe("");
    expect((await days()).join(" ")).not.toContain("?");
  });
});

describe("while a week is planned", () => {
  test("each of its days is at work, under one number, and makes way for nobody", async () => {
    const { s } = await week();
    const number = await started(s);
    const running = await findRunningPlannings(s.context(), { dates: null });
    expect(running.map((each) => [each.date, each.number])).toEqual(WEEK.map((date) => [date, number]));
    expect(await asks(s, { dates: [WED] })).toEqual({ kind: "running", number });
    const planId = await planOf(s, WED);
    await expect(requestOptimization(s.context(), { planId })).rejects.toMatchObject({
      details: { reason: "optimizer-busy" },
    });
    expect(await getOptimizationQueue(s.context(), { planId })).toMatchObject({ waiting: 1, ahead: 0 });
  });

  test("a day that somebody is having planned keeps the others from being begun", async () => {
    const { s } = await week();
    const planId = await planOf(s, WED);
    const { number } = await requestOptimization(s.context(), { planId });
    expect(await asks(s)).toEqual({ kind: "running", number });
    expect(await statuses(s)).toEqual(["queued"]);
  });

  test("stopped at any moment before it is the plan, all days stay as they were", async () => {
    const { s, days } = await week();
    const before = await days();
    const waiting = await started(s);
    await cancelPlanning(s.context(), { number: waiting });
    await run(s);
    const searching = await started(s);
    await run(s, async (...asked) => {
      await cancelPlanning(s.context(), { number: searching });
      return solve(...asked);
    });
    for (const number of [waiting, searching]) {
      expect((await readPlanning(s.context(), { number })).status).toBe("cancelled");
      await expect(cancelPlanning(s.context(), { number })).rejects.toMatchObject({ code: "refused" });
    }
    expect(new Set(await statuses(s))).toEqual(new Set(["discarded"]));
    expect(await days()).toEqual(before);
  });

  test("told to end from the desk of one of its days, it takes the best so far for all", async () => {
    const { s, days } = await week();
    const number = await started(s);
    const { id } = (await getOptimization(s.context(), { planId: await planOf(s, WED) }))!;
    await stopOptimization(s.context(), { optimizationId: id });
    await run(s);
    expect((await readPlanning(s.context(), { number })).status).toBe("finished");
    expect((await days()).join(" ")).not.toContain("?");
  });

  test("killed in the middle it begins anew; after three deaths it has failed on all days, and they are as they were", async () => {
    const { s, days } = await week();
    const before = await days();
    const number = await started(s);
    const [job] = s.tenant.jobs.filter(({ name }) => name === "optimize-plan");
    const { optimizationId } = job!.payload as { optimizationId: string };
    const once = (solver: OptimizeDependencies["solve"]) =>
      optimizePlan(s.tenant.systemContext(), { solve: solver }, { optimizationId }, never);
    const crash = () => Promise.reject(new Error("out of memory"));
    await expect(once(crash)).rejects.toThrow("out of memory");
    expect((await readPlanning(s.context(), { number })).status).toBe("running");
    await expect(once(crash)).rejects.toThrow("out of memory");
    await once(crash);
    expect((await readPlanning(s.context(), { number })).status).toBe("failed");
    expect(new Set(await statuses(s))).toEqual(new Set(["failed"]));
    expect(await days()).toEqual(before);
    expect((await planned(s)) > number).toBe(true);
    expect((await days()).join(" ")).not.toContain("?");
  });

  test("a process that died with the answer found is made up for: it becomes the plan when the job comes again", async () => {
    const { s, sql, days } = await week();
    const number = await started(s);
    const [job] = s.tenant.jobs.filter(({ name }) => name === "optimize-plan");
    await run(s);
    const { organizationId } = s.tenant;
    const after = await days();
    // As if it had died just before.
    await sql`delete from stop where organization_id = ${organizationId}`;
    await sql`update delivery set service_date = ${TUE} where organization_id = ${organizationId}`;
    await sql`update optimization set status = 'ready' where organization_id = ${organizationId}`;
    const { optimizationId } = job!.payload as { optimizationId: string };
    await optimizePlan(s.tenant.systemContext(), { solve }, { optimizationId }, never);
    expect(await readPlanning(s.context(), { number })).toMatchObject({ status: "finished" });
    expect(await days()).toEqual(after);
  });

  test("what people do meanwhile stays: an order put on a route by hand, one that may not be made there any more, a locked day", async () => {
    const { s, days, allow } = await week();
    await started(s);
    let [byHand, restricted, shut] = ["", "", [] as string[]];
    await run(s, async (problem, ...rest) => {
      const solution = await solve(problem, ...rest);
      const idsOn = (day: number) => solution.routes[day]!.map((visit) => problem.visits[visit]!.id);
      [byHand, restricted] = idsOn(0) as [string, string];
      shut = idsOn(2);
      await moveStops(s.context(), {
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [byHand],
        to: { kind: "best", routeId: s.routeIds[0]! },
      });
      await allow(s.visitIds.indexOf(restricted), { weekdays: ["tuesday"] });
      const { planId, routes } = await openDay(s.context(), { projectId: s.projectId, date: WED });
      const routeIds = routes.map(({ routeId }) => routeId);
      await lockRoutes(s.context(), { planId, mutationId: s.mutationId(), routeIds, locked: true });
      return solution;
    });
    const named = (visitId: string) => String(s.visitIds.indexOf(visitId));
    const [monday, tuesday, wednesday] = await days();
    expect([monday, wednesday]).toEqual(["", ""]);
    expect(tuesday!.split(" ")).toEqual(
      expect.arrayContaining([named(byHand), `?${named(restricted)}`, ...shut.map((each) => `?${named(each)}`)]),
    );
  });

  test("what was on a route of its day stays there: locked meanwhile, not allowed elsewhere, meant for a route that is shut", async () => {
    const { s, days, allow } = await week(spots.slice(0, 4), { maxStops: 6 });
    await planned(s, { dates: [TUE] });
    expect(await days()).toEqual(["", "0 1 2 3", ""]);
    await allow(0, { weekdays: ["wednesday"] });
    await allow(1, { weekdays: ["wednesday"] });
    await allow(2, { weekdays: ["monday"] });
    await started(s, { startFrom: "current" });
    await run(s, async (problem, ...rest) => {
      const solution = await solve(problem, ...rest);
      await allow(0, { weekdays: ["tuesday"] });
      await lockStops(s.context(), {
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[1]!],
        lockedToDriver: true,
      });
      const { planId, routes } = await openDay(s.context(), { projectId: s.projectId, date: MON });
      const routeIds = routes.map(({ routeId }) => routeId);
      await lockRoutes(s.context(), { planId, mutationId: s.mutationId(), routeIds, locked: true });
      return solution;
    });
    expect(await days()).toEqual(["", "0 1 2 3", ""]);
  });

  test("a day closed meanwhile takes nothing, and nothing is done by halves", async () => {
    const { s, sql, days } = await week();
    const before = await days();
    const number = await started(s);
    await run(s, async (...asked) => {
      await sql`update plan set status = 'closed' where organization_id = ${s.tenant.organizationId} and date = ${WED}`;
      return solve(...asked);
    });
    expect((await readPlanning(s.context(), { number })).status).toBe("failed");
    expect(await days()).toEqual(before);
  });
});
