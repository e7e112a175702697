import { describe, expect, test } from "vitest";
import { type OptimizeDependencies, optimizePlan } from "@/server/jobs/handlers/optimize-plan";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import { testProject } from "@/server/testing/order-builders";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { setDriverDay } from "../fleet/set-driver-day";
import { cancelPlanning } from "./cancel-planning";
import { openPlan } from "./open-plan";
import { type PlanningQuestion, planDays } from "./plan-days";
import { findRunningPlannings, readPlanning } from "./read-planning";

const spots = [1, 2, 3, 4].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));
const never = new AbortController().signal;

function asks(s: PlanScenario, more: Partial<PlanningQuestion> = {}) {
  return planDays(s.context(), {
    projectId: s.projectId,
    dates: [s.date],
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
  solveRoutingProblem(problem, { seed, maxIterations: 2000, threads: 1 }, options);

/** Does what the queue would: every run of the organization that waits. */
async function runAll(s: PlanScenario): Promise<void> {
  for (;;) {
    const [next] = await s.tenant.database.raw<{ id: string }[]>`
      select id from optimization where organization_id = ${s.tenant.organizationId} and status = 'queued' limit 1`;
    if (!next) return;
    await optimizePlan(s.tenant.systemContext(), { solve }, { optimizationId: next.id }, never);
  }
}

const served = async (s: PlanScenario) => (await s.sequences()).join(" ").split(" ").filter(Boolean).sort();

/** The same, from a database that goes away once, as soon as a run has its answer. */
function losing(s: PlanScenario) {
  const services = s.tenant.systemContext();
  const { database } = services;
  let isLost = false;
  const transaction: typeof database.orm.transaction = async (...asked) => {
    const { organizationId } = s.tenant;
    const ready = await database.raw`
      select 1 from optimization where organization_id = ${organizationId} and status = 'ready'`;
    if (isLost || ready.length === 0) return database.orm.transaction(...asked);
    isLost = true;
    throw Object.assign(new Error("gone"), { code: "CONNECTION_CLOSED" });
  };
  const orm = new Proxy(database.orm, {
    get: (target, name) => (name === "transaction" ? transaction : Reflect.get(target, name)),
  });
  return { ...services, database: { ...database, orm } };
}

describe("planDays", () => {
  test("what was found is made the plan later, where the database was away", async () => {
    const s = await planScenario(spots);
    const number = await started(s);
    const [{ id: optimizationId } = { id: "" }] = await s.tenant.database.raw<{ id: string }[]>`
      select id from optimization where organization_id = ${s.tenant.organizationId}`;
    const services = losing(s);
    const job = () => optimizePlan(services, { solve }, { optimizationId }, never);
    await expect(job()).rejects.toMatchObject({ code: "unavailable" });
    expect(await served(s)).toEqual([]);
    await job();
    expect(await readPlanning(s.context("viewer"), { number })).toMatchObject({ status: "finished" });
    expect(await served(s)).toEqual(["0", "1", "2", "3"]);
  });

  test("what could not be made the plan the last time either has failed, and does not run for ever", async () => {
    const s = await planScenario(spots);
    const number = await started(s);
    const [{ id: optimizationId } = { id: "" }] = await s.tenant.database.raw<{ id: string }[]>`
      select id from optimization where organization_id = ${s.tenant.organizationId}`;
    const job = (isLast: boolean, services = s.tenant.systemContext()) =>
      optimizePlan(services, { solve }, { optimizationId }, never, isLast);
    const status = async () => (await readPlanning(s.context("viewer"), { number })).status;
    await expect(job(false, losing(s))).rejects.toMatchObject({ code: "unavailable" });
    // An answer that nobody can make anything of.
    await s.tenant.database.raw`update optimization set drafts = '[{}]' where id = ${optimizationId}`;
    await expect(job(false)).rejects.toThrow(TypeError);
    expect(await status()).toBe("running");
    await expect(job(true)).rejects.toThrow(TypeError);
    expect(await status()).toBe("failed");
    expect(await served(s)).toEqual([]);
  });

  test("what is found becomes the plan at once, and is said in a number", async () => {
    const s = await planScenario(spots);
    const number = await started(s);
    expect(await readPlanning(s.context("viewer"), { number })).toEqual({ status: "waiting", percent: 0 });
    expect(await asks(s)).toEqual({ kind: "running", number });
    expect(await findRunningPlannings(s.context(), { dates: null })).toMatchObject([{ date: s.date, number }]);
    await runAll(s);
    expect(await readPlanning(s.context(), { number })).toEqual({ status: "finished", percent: 100 });
    expect(await served(s)).toEqual(["0", "1", "2", "3"]);
    await expect(cancelPlanning(s.context(), { number })).rejects.toMatchObject({ code: "refused" });
    await expect(readPlanning(s.context(), { number: 2_000_000_000 })).rejects.toMatchObject({ code: "not-found" });
  });

  test("what another project's planner is having planned on the day hinders nothing", async () => {
    const s = await planScenario(spots);
    const { organizationId, database } = s.tenant;
    const projectId = await testProject(s.tenant);
    const { planId } = await openPlan(s.context(), { projectId, date: s.date });
    await database.raw`
      insert into optimization (organization_id, id, plan_id, status, request, progress, created_at, updated_at)
      values (${organizationId}, ${s.tenant.newId()}, ${planId}, 'running', '{}', '{}', now(), now())`;
    expect((await asks(s)).kind).toBe("started");
  });

  test("cancelled, the day stays as it was", async () => {
    const s = await planScenario(spots);
    const number = await started(s);
    await cancelPlanning(s.context(), { number });
    await runAll(s);
    expect((await readPlanning(s.context(), { number })).status).toBe("cancelled");
    expect(await served(s)).toEqual([]);
  });

  test("only these deliveries, on this driver; what else is on his route stays or goes", async () => {
    const s = await planScenario(spots);
    const [driverId] = s.driverIds;
    const only = { driverIds: [driverId!], deliveryIds: s.deliveryIds.slice(0, 2) };
    await started(s, only);
    await runAll(s);
    expect(await s.sequences()).toEqual([expect.stringMatching(/^(0 1|1 0)$/), ""]);
    const third = { driverIds: [driverId!], deliveryIds: [s.deliveryIds[2]!] };
    await started(s, { ...third, startFrom: "current" });
    await runAll(s);
    expect(await served(s)).toEqual(["0", "1", "2"]);
    await started(s, { driverIds: [driverId!], deliveryIds: [s.deliveryIds[3]!], others: "unplanned" });
    await runAll(s);
    expect(await s.sequences()).toEqual(["3", ""]);
  });

  test("routes that have stops are left alone, new ones go on the others; nobody is left to drive: said so", async () => {
    const s = await planScenario(spots);
    await started(s, { driverIds: [s.driverIds[0]!], deliveryIds: [s.deliveryIds[0]!] });
    await runAll(s);
    await started(s, { onlyEmptyRoutes: true, startFrom: "current" });
    await runAll(s);
    expect((await s.sequences())[0]).toBe("0");
    expect(await served(s)).toEqual(["0", "1", "2", "3"]);
    expect(await asks(s, { onlyEmptyRoutes: true })).toEqual({ kind: "nobody-drives" });
  });

  test("what is not of the day, and what nobody has found, is named; an empty day is said to be one", async () => {
    const s = await planScenario([...spots, { at: null }]);
    const stranger = "01980000-0000-8000-8000-000000000001";
    expect(await asks(s, { deliveryIds: [stranger] })).toEqual({ kind: "not-of-these-days", deliveryIds: [stranger] });
    const lost = [s.deliveryIds[4]!];
    expect(await asks(s, { deliveryIds: lost })).toEqual({ kind: "unlocated", deliveryIds: lost });
    expect(await asks(s, { dates: ["2026-06-11"] })).toEqual({ kind: "nothing-to-plan" });
    await started(s);
    await runAll(s);
    expect(await served(s)).toEqual(["0", "1", "2", "3"]);
  });

  test("balance that is forced uses all drivers with equal numbers", async () => {
    const s = await planScenario(spots);
    await started(s, { balance: { by: "visits", forced: true, factor: 1 } });
    await runAll(s);
    expect((await s.sequences()).map((each) => each.split(" ").length)).toEqual([2, 2]);
  });
});

describe("setDriverDay", () => {
  test("what is planned on the day goes back to the pool; shift, capacity and places are the day's alone", async () => {
    const s = await planScenario(spots);
    await started(s);
    await runAll(s);
    for (const driverId of s.driverIds) {
      await setDriverDay(s.context(), {
        driverId,
        date: s.date,
        shiftFromSeconds: 9 * 3600,
        shiftToSeconds: 2 * 3600,
        capacity: [undefined, undefined, 2, undefined],
        start: { kind: "own", place: { position: { lat: 55.7, lng: 12.5 } } },
        end: { kind: "start" },
      });
    }
    const { routes, pool } = await s.board();
    expect(pool).toHaveLength(4);
    expect(routes.map(({ rules }) => rules.capacity)).toEqual([
      [1_000_000, 1_000_000, 2, 0],
      [1_000_000, 1_000_000, 2, 0],
    ]);
    expect(routes[0]!.rules.shift).toEqual({ fromSeconds: 9 * 3600, toSeconds: 26 * 3600 });
    expect(routes[0]!.start).toEqual(routes[1]!.end);
    expect(routes[0]!.start.position).toEqual({ lat: 55.7, lng: 12.5 });
    await started(s);
    await runAll(s);
    expect((await s.sequences()).map((each) => each.split(" ").length)).toEqual([2, 2]);
  });

  test("who is off has no route and is not planned with, until he works again", async () => {
    const s = await planScenario(spots);
    const [driverId] = s.driverIds;
    await setDriverDay(s.context(), { driverId: driverId!, date: s.date, works: false });
    expect((await s.board()).routes).toHaveLength(1);
    await started(s);
    await runAll(s);
    expect((await s.board()).routes).toHaveLength(1);
    expect(await asks(s, { driverIds: [driverId!] })).toEqual({ kind: "nobody-drives" });
    await setDriverDay(s.context(), { driverId: driverId!, date: s.date, works: true });
    expect((await s.board()).routes).toHaveLength(2);
  });
});
