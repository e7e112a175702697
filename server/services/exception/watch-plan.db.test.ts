import { describe, expect, test } from "vitest";
import { watchDays } from "@/server/jobs/handlers/watch-days";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { listTimeline } from "../event/list-timeline";
import { readEventsAfter } from "../event/read-events-after";
import { refreshArrivals } from "../execution/refresh-arrivals";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { moveStops } from "../plan/move-stops";
import { previewMove } from "../plan/preview-move";
import { actOnExceptions } from "./act-on-exceptions";
import { countExceptions } from "./count-exceptions";
import { createException } from "./create-exception";
import { listConcernedStops } from "./list-concerned-stops";
import { listExceptions } from "./list-exceptions";
import { retryDelivery } from "./retry-delivery";
import { returnDelivery } from "./return-delivery";
import { savePolicy } from "./save-policy";
import { suggestFixes } from "./suggest-fixes";
import { watchPlan } from "./watch-plan";

const HOUR = 3600;
const windows = [{ fromSeconds: 8 * HOUR, toSeconds: 10 * HOUR }];

const watch = (day: DrivenDay) => watchPlan(day.scenario.tenant.systemContext(), { planId: day.scenario.planId });
const inbox = (day: DrivenDay, isClosed = false) => listExceptions(day.scenario.context(), { isClosed });
const send = async (day: DrivenDay, route: number, ...ops: unknown[]) =>
  syncDriverOps(await day.driver(route), { deviceNow: day.clock.now(), ops });
const seen = async (day: DrivenDay) => (await readEventsAfter(day.scenario.context(), { afterSeq: null })).lastSeq;
const said = async (day: DrivenDay, afterSeq: number) =>
  (await readEventsAfter(day.scenario.context(), { afterSeq })).events
    .map(({ type }) => type)
    .filter((type) => type.startsWith("exception."));

/** A route whose first stop is promised until ten, at half past nine, not started. */
async function lateDay(): Promise<DrivenDay> {
  const day = await drivenDay([[0, 1], [2]], [{ at: [1, 1], windows }, { at: [2, 2] }, { at: [3, 3] }]);
  day.clock.set("2026-06-10T09:00:00Z");
  for (const routeId of day.scenario.routeIds) await refreshArrivals(day.scenario.context(), { routeId });
  return day;
}

describe("watching a plan's day", () => {
  test("two processes that watch at once raise everything once", async () => {
    const day = await lateDay();
    const from = await seen(day);
    await Promise.all([watch(day), watch(day), watch(day)]);
    const raised = await inbox(day);
    expect(raised.map(({ type, routeNumber }) => `${type} ${routeNumber}`).sort()).toEqual([
      "late 1",
      "link-not-opened 1",
      "link-not-opened 2",
      "no-start 1",
      "no-start 2",
    ]);
    expect((await said(day, from)).filter((type) => type === "exception.raised")).toHaveLength(5);
    expect(await watch(day)).toMatchObject({ raised: 0, resolved: 0, standing: 5 });
  });

  test("what has lost its cause resolves by itself and says so", async () => {
    const day = await lateDay();
    await watch(day);
    const from = await seen(day);
    await send(day, 0, day.act({ type: "start-route" }));
    await watch(day);
    expect((await said(day, from)).filter((type) => type === "exception.resolved")).toHaveLength(2);
    expect((await inbox(day)).map(({ type, routeNumber }) => `${type} ${routeNumber}`).sort()).toEqual([
      "late 1",
      "link-not-opened 2",
      "no-start 2",
    ]);
    expect((await inbox(day, true)).map(({ closedBy }) => closedBy)).toEqual(["", ""]);
  });

  test("the minute's job reaches every organization on the road, and asks for arrivals and a watch", async () => {
    const day = await lateDay();
    const { tenant, planId, routeIds } = day.scenario;
    tenant.jobs.length = 0;
    await watchDays(tenant.database, day.clock, (organizationId) => ({
      ...tenant.systemContext(),
      actor: { ...tenant.systemContext().actor, organizationId },
    }));
    const mine = tenant.jobs.filter(
      ({ payload }) => (payload as { organizationId: string }).organizationId === tenant.organizationId,
    );
    expect(mine.filter(({ name }) => name === "watch-plan").map(({ payload }) => payload)).toMatchObject([{ planId }]);
    expect(mine.filter(({ name }) => name === "refresh-arrivals")).toHaveLength(routeIds.length);
  });

  test("what a person closes stays closed while its cause lasts", async () => {
    const day = await lateDay();
    await watch(day);
    const late = (await inbox(day)).find(({ type }) => type === "late")!;
    await actOnExceptions(day.scenario.context("dispatcher"), {
      ids: [late.id],
      act: { kind: "dismiss", note: "agreed with the customer" },
    });
    await watch(day);
    expect((await inbox(day)).map(({ type }) => type)).not.toContain("late");
    expect((await inbox(day, true))[0]).toMatchObject({ id: late.id, status: "dismissed", closedBy: "Tess Tester" });
  });
});

describe("at every hour", () => {
  test.each(["00:05", "12:00", "19:00", "23:30"])("a promise that cannot be kept is seen at %s", async (time) => {
    const [hour, minute] = time.split(":").map(Number) as [number, number];
    const promise = [{ fromSeconds: 0, toSeconds: Math.min(24, Math.max(hour, 9) + 1) * HOUR }];
    const visits = [{ at: [1, 1] as const }, { at: [2, 2] as const, windows: promise }, { at: [3, 3] as const }];
    const now = new Date(Date.UTC(2026, 5, 10, hour - 2, minute));
    const day = await drivenDay([[0], [2]], visits, { now });
    const { planId, visitIds, routeIds, tenant } = day.scenario;
    await tenant.database.raw`update delivery_visit set service_seconds = ${4 * HOUR} where id = ${visitIds[0]!}`;
    await moveStops(day.scenario.context(), {
      planId,
      mutationId: day.scenario.mutationId(),
      visitIds: [visitIds[1]!],
      to: { kind: "position", routeId: routeIds[0]!, afterVisitId: visitIds[0]! },
      confirmed: await day.scenario.seenRoutes(),
    });
    for (const routeId of routeIds) await refreshArrivals(day.scenario.context(), { routeId });
    await watch(day);
    const late = (await inbox(day)).filter(({ type }) => type === "late");
    expect(late).toMatchObject([{ routeNumber: 1, details: { visitIds: [visitIds[1]] } }]);
    const [fix] = await suggestFixes(day.scenario.context(), { exceptionId: late[0]!.id });
    expect(fix).toMatchObject({ routeNumber: 2, lateNow: 1, lateAfter: 0 });
  });
});

describe("seeing to exceptions", () => {
  test("acknowledged it is somebody's; escalated it is graver and sooner; noted it remembers", async () => {
    const day = await lateDay();
    await watch(day);
    const before = (await inbox(day)).find(({ type }) => type === "link-not-opened")!;
    const context = day.scenario.context("dispatcher");
    const act = (one: Parameters<typeof actOnExceptions>[1]["act"]) =>
      actOnExceptions(context, { ids: [before.id], act: one });
    await act({ kind: "acknowledge" });
    await act({ kind: "escalate", note: "no answer" });
    expect(await act({ kind: "acknowledge" })).toEqual({ changed: 0 });
    const after = (await inbox(day)).find(({ id }) => id === before.id)!;
    expect(after).toMatchObject({
      status: "acknowledged",
      severity: "high",
      ownerName: "Tess Tester",
      notes: [{ by: "Tess Tester", text: "no answer" }],
    });
    expect(after.dueAtMs).toBeLessThan(before.dueAtMs);
    await expect(act({ kind: "assign", ownerId: day.scenario.projectId })).rejects.toMatchObject({ code: "not-found" });
    const viewer = day.scenario.context("viewer");
    await expect(actOnExceptions(viewer, { ids: [before.id], act: { kind: "acknowledge" } })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a late route says what was promised and is expected, and which of its stops", async () => {
    const day = await lateDay();
    await watch(day);
    const late = (await inbox(day)).find(({ type }) => type === "late")!;
    const { promised, expected, minutes } = late.details;
    expect(promised).toBe("2026-06-10T08:00:00.000Z");
    expect(Math.abs((Date.parse(expected!) - Date.parse(promised!)) / 60_000 - minutes!)).toBeLessThanOrEqual(1);
    const stops = await listConcernedStops(day.scenario.context("viewer"), { exceptionId: late.id });
    expect(stops).toMatchObject([
      { visitId: day.scenario.visitIds[0], routeNumber: 1, isDone: false, promisedAtMs: Date.parse(promised!) },
    ]);
  });

  test("snoozed it is not counted, until its time is over or it gets graver; all of it stands in its history", async () => {
    const day = await lateDay();
    await watch(day);
    const context = day.scenario.context("dispatcher");
    const count = async () => (await countExceptions(context, {})).open;
    const [unopened] = (await inbox(day)).filter(({ type }) => type === "link-not-opened");
    const before = await count();
    const act = { kind: "snooze" as const, minutes: 60 };
    await actOnExceptions(context, { ids: [unopened!.id], act });
    expect(await count()).toBe(before - 1);
    day.clock.set("2026-06-10T10:00:01Z");
    expect(await count()).toBe(before);
    await actOnExceptions(context, { ids: [unopened!.id], act });
    day.clock.set("2026-06-10T10:20:00Z");
    await actOnExceptions(context, { ids: [unopened!.id], act: { kind: "escalate", note: "call the agency" } });
    const graver = (await inbox(day)).find(({ id }) => id === unopened!.id)!;
    expect(graver).toMatchObject({ severity: "high", snoozedUntilMs: null });
    const log = await listTimeline(context, { entity: "exception", entityId: unopened!.id, limit: 50 });
    expect(graver.notes).toEqual([
      { at: log[0]!.occurredAt.toISOString(), by: "Tess Tester", text: "call the agency" },
    ]);
    expect(log.map(({ data, actorLabel }) => [data.act ?? "raised", data.severity, actorLabel])).toEqual([
      ["escalate", "high", "Tess Tester"],
      ["snooze", "medium", "Tess Tester"],
      ["snooze", "medium", "Tess Tester"],
      ["raised", "medium", expect.any(String)],
    ]);
  });

  test("what the rules find graver comes back from its snooze", async () => {
    const day = await drivenDay([[0]], undefined, { now: new Date("2026-06-10T05:00:00Z") });
    day.clock.set("2026-06-10T06:20:00Z");
    await watch(day);
    const [noStart] = (await inbox(day)).filter(({ type }) => type === "no-start");
    const context = day.scenario.context("dispatcher");
    await actOnExceptions(context, { ids: [noStart!.id], act: { kind: "snooze", minutes: 600 } });
    day.clock.set("2026-06-10T07:10:00Z");
    await watch(day);
    const again = (await inbox(day)).find(({ id }) => id === noStart!.id)!;
    expect([noStart!.severity, again.severity, again.snoozedUntilMs]).toEqual(["high", "critical", null]);
  });

  test("by hand about an order on no route: it belongs to the plan of its day", async () => {
    const day = await drivenDay([[0]], [{ at: [1, 1] }, { at: [2, 2] }]);
    const context = day.scenario.context("dispatcher");
    await createException(context, { type: "address-issue", deliveryId: day.scenario.deliveryIds[1]! });
    const { planId } = day.scenario;
    expect(await listExceptions(context, { planId })).toMatchObject([
      { type: "address-issue", planId, routeNumber: null, projectId: day.scenario.projectId, date: "2026-06-10" },
    ]);
  });

  test("by hand: one of a kind per delivery", async () => {
    const day = await lateDay();
    const context = day.scenario.context("dispatcher");
    const asked = { type: "damaged" as const, deliveryId: day.scenario.deliveryIds[0]!, note: "crushed" };
    const both = await Promise.all([createException(context, asked), createException(context, asked)]);
    expect(both.filter(({ id }) => id !== null)).toHaveLength(1);
    expect(await inbox(day)).toMatchObject([{ type: "damaged", routeNumber: 1, recipient: "Customer 0" }]);
    await actOnExceptions(context, { ids: [both.find(({ id }) => id)!.id!], act: { kind: "resolve" } });
    expect((await createException(context, asked)).id).not.toBeNull();
  });

  test("a late route's stops are offered to another; the move previewed and confirmed resolves it", async () => {
    const day = await lateDay();
    await watch(day);
    const { scenario } = day;
    const late = (await inbox(day)).find(({ type }) => type === "late")!;
    const [fix] = await suggestFixes(scenario.context(), { exceptionId: late.id });
    expect(fix).toMatchObject({ routeNumber: 2, visitIds: [scenario.visitIds[0]], lateNow: 1, lateAfter: 1 });
    const to = { kind: "best" as const, routeId: fix!.routeId };
    const asked = { planId: scenario.planId, visitIds: [...fix!.visitIds], to };
    const { base } = await previewMove(scenario.context(), asked);
    await moveStops(scenario.context(), { ...asked, mutationId: "fix-the-late-one", confirmed: [...base] });
    for (const routeId of scenario.routeIds) await refreshArrivals(scenario.context(), { routeId });
    await watch(day);
    expect((await inbox(day, true)).find(({ id }) => id === late.id)).toMatchObject({ status: "resolved" });
  });
});

describe("failed deliveries", () => {
  const failedDay = () => failedDayOf([[0, 1]]);
  async function failedDayOf(routes: readonly (readonly number[])[]) {
    const day = await drivenDay(routes);
    await send(day, 0, day.act({ type: "start-route" }));
    const complete = {
      type: "complete",
      visitIds: [day.scenario.visitIds[0]],
      outcome: "failed",
      reason: "nobody-home",
    };
    await send(day, 0, day.act(complete));
    await watch(day);
    return day;
  }
  const failures = async (day: DrivenDay) => (await inbox(day)).filter(({ type }) => type === "failed-stop");

  test("tried again on a day: scheduled for it, off its route, its attempt counted, the exception resolved", async () => {
    const day = await failedDay();
    const { scenario } = day;
    expect(await failures(day)).toMatchObject([{ details: { attempts: 1, maxAttempts: 3, reason: "nobody-home" } }]);
    const asked = { deliveryId: scenario.deliveryIds[0]!, date: "2026-06-11", instructions: "ring twice" };
    expect(await retryDelivery(scenario.context("dispatcher"), asked)).toEqual({ attempts: 1 });
    const [row] = await scenario.tenant.database.raw`
      select d.status, d.service_date::text as date, v.instructions, (select count(*)::int from stop s where s.visit_id = v.id) as stops
      from delivery d join delivery_visit v on v.delivery_id = d.id where d.id = ${asked.deliveryId}`;
    expect(row).toEqual({ status: "scheduled", date: "2026-06-11", instructions: "ring twice", stops: 0 });
    const other = { type: "complete", visitIds: [scenario.visitIds[1]], outcome: "delivered" };
    expect((await send(day, 0, day.act(other))).answers).toMatchObject([{ verdict: "applied" }]);
    expect((await scenario.board()).routes[0]!.stops.map(({ visitId }) => visitId)).toEqual([scenario.visitIds[1]]);
    await watch(day);
    expect(await failures(day)).toEqual([]);
    await expect(retryDelivery(scenario.context(), { ...asked, date: "2026-06-09" })).rejects.toMatchObject({
      details: { reason: "closed" },
    });
  });

  test("every attempt counts, on whichever route; the last one is the last, or goes back by the policy", async () => {
    const day = await failedDayOf([[0, 1], [2]]);
    const { scenario } = day;
    const projectId = scenario.projectId;
    const context = scenario.context("dispatcher");
    const [deliveryId] = scenario.deliveryIds;
    const [visitId] = scenario.visitIds;
    const policy = (autoReturn: boolean) =>
      savePolicy(scenario.context(), { projectId, policy: { maxAttempts: 2, autoReturn } });
    await policy(true);
    await watch(day);
    expect(await failures(day)).toHaveLength(1);
    await retryDelivery(context, { deliveryId: deliveryId!, date: "2026-06-10" });
    const asked = {
      planId: scenario.planId,
      visitIds: [visitId!],
      to: { kind: "best" as const, routeId: scenario.routeIds[1]! },
    };
    const { base } = await previewMove(context, asked);
    await moveStops(context, { ...asked, mutationId: scenario.mutationId(), confirmed: [...base] });
    await policy(false);
    await send(day, 1, day.act({ type: "start-route" }));
    await send(day, 1, day.act({ type: "complete", visitIds: [visitId], outcome: "failed", reason: "refused" }));
    await watch(day);
    expect(await failures(day)).toMatchObject([{ severity: "high", details: { attempts: 2, maxAttempts: 2 } }]);
    const retried = retryDelivery(context, { deliveryId: deliveryId!, date: "2026-06-11" });
    await expect(retried).rejects.toMatchObject({ details: { reason: "attempts-spent" } });
    await policy(true);
    await watch(day);
    expect(await failures(day)).toEqual([]);
    const [row] = await scenario.tenant.database.raw`select status from delivery where id = ${deliveryId!}`;
    expect(row?.status).toBe("returned");
  });

  test("sent back by hand, or by the policy after the last attempt", async () => {
    const [byHand, byPolicy] = [await failedDay(), await failedDay()];
    const [deliveryId] = byHand.scenario.deliveryIds;
    await returnDelivery(byHand.scenario.context("dispatcher"), { deliveryId: deliveryId! });
    const policy = { maxAttempts: 1, autoReturn: true };
    await savePolicy(byPolicy.scenario.context(), { projectId: byPolicy.scenario.projectId, policy });
    for (const day of [byHand, byPolicy]) {
      await watch(day);
      expect(await failures(day)).toEqual([]);
      const [row] = await day.scenario.tenant.database.raw`
        select status from delivery where id = ${day.scenario.deliveryIds[0]!}`;
      expect(row?.status).toBe("returned");
    }
  });
});
