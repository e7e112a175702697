import { describe, expect, test } from "vitest";
import { watchDays } from "@/server/jobs/handlers/watch-days";
import { type DrivenDay, drivenDay } from "@/server/testing/driven-day";
import { readEventsAfter } from "../event/read-events-after";
import { refreshArrivals } from "../execution/refresh-arrivals";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { moveStops } from "../plan/move-stops";
import { previewMove } from "../plan/preview-move";
import { actOnExceptions } from "./act-on-exceptions";
import { createException } from "./create-exception";
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
  async function failedDay() {
    const day = await drivenDay([[0, 1]]);
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

  test("tried again on a day: requested, off its route, its attempt counted, the exception resolved", async () => {
    const day = await failedDay();
    const { scenario } = day;
    expect(await failures(day)).toMatchObject([{ details: { attempts: 1, maxAttempts: 3, reason: "nobody-home" } }]);
    const asked = { deliveryId: scenario.deliveryIds[0]!, date: "2026-06-11", instructions: "ring twice" };
    expect(await retryDelivery(scenario.context("dispatcher"), asked)).toEqual({ attempts: 1 });
    const [row] = await scenario.tenant.database.raw`
      select d.status, d.service_date::text as date, v.instructions, (select count(*)::int from stop s where s.visit_id = v.id) as stops
      from delivery d join delivery_visit v on v.delivery_id = d.id where d.id = ${asked.deliveryId}`;
    expect(row).toEqual({ status: "requested", date: "2026-06-11", instructions: "ring twice", stops: 0 });
    const other = { type: "complete", visitIds: [scenario.visitIds[1]], outcome: "delivered" };
    expect((await send(day, 0, day.act(other))).answers).toMatchObject([{ verdict: "applied" }]);
    expect((await scenario.board()).routes[0]!.stops.map(({ visitId }) => visitId)).toEqual([scenario.visitIds[1]]);
    await watch(day);
    expect(await failures(day)).toEqual([]);
    await expect(retryDelivery(scenario.context(), { ...asked, date: "2026-06-09" })).rejects.toMatchObject({
      details: { reason: "closed" },
    });
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
