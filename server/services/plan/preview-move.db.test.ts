import { describe, expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import { routeFigures } from "@/server/domain/plan/diff-plan";
import type { TravelPort } from "@/server/ports/travel";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { listMessages } from "../message/list-messages";
import { dispatchRoutes } from "./dispatch-routes";
import { moveStops } from "./move-stops";
import { previewMove } from "./preview-move";
import { previewTurn } from "./preview-turn";
import { redoEdit } from "./redo-edit";
import { undoEdit } from "./undo-edit";

const spots = [1, 2, 3, 4, 5, 6].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));

/** Roads on which every way takes twice as long as estimated. */
const roads: TravelPort = {
  matrix: estimateTravel.matrix,
  legs: async (positions, profile) => {
    const legs = await estimateTravel.legs(positions, profile);
    return legs.map((leg) => ({ ...leg, durationSeconds: leg.durationSeconds * 2, shape: "abc", source: "roads" }));
  },
};

async function plannedDay() {
  const s = await planScenario(spots, { drivers: 3, ports: { travel: roads } });
  const put = (visits: readonly number[], route: number) =>
    moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: visits.map((index) => s.visitIds[index]!),
      to: { kind: "best", routeId: s.routeIds[route]! },
    });
  await put([0, 1, 2], 0);
  await put([3, 4], 1);
  const move = (visits: readonly number[], route: number) => ({
    planId: s.planId,
    visitIds: visits.map((index) => s.visitIds[index]!),
    to: { kind: "best" as const, routeId: s.routeIds[route]! },
  });
  const version = async (route: number) => (await s.board()).routes[route]!.version;
  const send = async (route: number) =>
    dispatchRoutes(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      routes: [{ routeId: s.routeIds[route]!, version: await version(route) }],
    });
  return { s, move, send };
}

async function everything(s: PlanScenario) {
  const { routes, plan, pool } = await s.board();
  return { routes, pool, version: plan.version, messages: (await listMessages(s.context(), {})).length };
}

describe("previewMove", () => {
  test("shows on real roads what the same move then does, and changes nothing by showing it", async () => {
    const { s, move } = await plannedDay();
    const before = await everything(s);
    const preview = await previewMove(s.context(), move([0, 2, 5], 1));
    expect(await everything(s)).toEqual(before);
    expect(preview.preview).toMatchObject({ isApproximate: false, unplannedDelta: -1, notices: { drivers: [] } });
    expect(preview.legs.every(({ leg }) => leg[2] === 0 && leg[3] === "abc")).toBe(true);
    const saved = await moveStops(s.context(), {
      ...move([0, 2, 5], 1),
      mutationId: s.mutationId(),
      confirmed: [...preview.base],
    });
    const figures = new Map(saved.patch.routes.map((route) => [route.id, routeFigures(route.schedule)]));
    expect(preview.preview.diff.routes).toHaveLength(2);
    for (const route of preview.preview.diff.routes) expect(route.after).toEqual(figures.get(route.routeId));
    expect(preview.sequences).toEqual(
      saved.patch.routes.map((route) => ({ routeId: route.id, visitIds: route.stops.map((stop) => stop.visitId) })),
    );
  });

  test("names the driver of a sent route and the arrivals that move", async () => {
    const { s, move, send } = await plannedDay();
    await send(0);
    const { preview } = await previewMove(s.context(), move([1], 2));
    expect(preview.notices.drivers).toEqual([
      { routeId: s.routeIds[0], routeNumber: 1, driverName: "Driver 0", isReachable: true },
    ]);
    expect(preview.diff.routes.map((route) => [route.number, route.isDispatched])).toEqual([
      [1, true],
      [3, false],
    ]);
  });

  test("refuses as the move would: strangers, stale sight, locks, malformed questions, readers", async () => {
    const { s, move } = await plannedDay();
    const other = await planScenario(spots.slice(0, 1));
    const ask = (over: object, context = s.context()) => previewMove(context, { ...move([0], 1), ...over });
    await expect(ask({}, other.context())).rejects.toMatchObject({ code: "not-found" });
    await expect(ask({ planId: other.planId })).rejects.toMatchObject({ code: "not-found" });
    await expect(ask({ to: { kind: "best", routeId: other.routeIds[0] } })).rejects.toMatchObject({
      code: "refused",
      details: { reason: "route-not-found" },
    });
    await expect(ask({ visitIds: [other.visitIds[0]] })).rejects.toMatchObject({
      details: { reason: "visit-not-found" },
    });
    await expect(ask({ seen: [{ visitId: s.visitIds[0], routeId: s.routeIds[1] }] })).rejects.toMatchObject({
      code: "stale",
    });
    await expect(ask({ visitIds: [] })).rejects.toMatchObject({ code: "invalid" });
    await expect(ask({ to: { kind: "nowhere" } })).rejects.toMatchObject({ code: "invalid" });
    await expect(ask({}, s.context("viewer"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a change to a sent route", () => {
  test("is refused until it has been looked at, and then its driver is told the difference", async () => {
    const { s, move, send } = await plannedDay();
    await send(0);
    const before = await everything(s);
    const ask = (confirmed: { routeId: string; version: number }[]) =>
      moveStops(s.context(), { ...move([1], 2), mutationId: s.mutationId(), confirmed });
    await expect(ask([])).rejects.toMatchObject({
      code: "refused",
      details: { reason: "needs-confirmation", routeNumbers: [1] },
    });
    const { base } = await previewMove(s.context(), move([1], 2));
    await expect(ask(base.map((each) => ({ ...each, version: each.version + 1 })))).rejects.toMatchObject({
      code: "stale",
      details: { reason: "changed-since-preview" },
    });
    // Having seen the other route is not having seen this one.
    await expect(ask(base.filter(({ routeId }) => routeId !== s.routeIds[0]))).rejects.toMatchObject({
      details: { reason: "needs-confirmation" },
    });
    expect(await everything(s)).toEqual(before);

    await ask([...base]);
    const messages = (await listMessages(s.context(), {})).filter(({ purpose }) => purpose === "route-changed");
    expect(messages.map(({ channel, recipient, status }) => [channel, recipient, status]).sort()).toEqual([
      ["email", "driver0@example.com", "queued"],
      ["sms", "+4533120000", "queued"],
    ]);
    const email = messages.find(({ channel }) => channel === "email")!;
    expect(email.subject).toMatch(/^Your route 1 on .* has changed$/);
    expect(email.body).toContain("No longer on your route:\n- Gade 1 dropoff (Customer 1)");
    expect(email.body).not.toContain("Gade 0");
    expect(s.tenant.jobs.filter((job) => job.name === "send-message")).toHaveLength(4);
  });

  test("can be taken back only after the same look; one that leaves every stop in place tells nobody", async () => {
    const { s, move, send } = await plannedDay();
    const { base } = await previewMove(s.context(), move([1], 2));
    await moveStops(s.context(), { ...move([1], 2), mutationId: s.mutationId(), confirmed: [...base] });
    await send(0);
    const turn = { planId: s.planId };
    await expect(undoEdit(s.context(), { ...turn, mutationId: s.mutationId() })).rejects.toMatchObject({
      details: { reason: "needs-confirmation", routeNumbers: [1] },
    });
    const preview = await previewTurn(s.context(), { ...turn, direction: "undo" });
    const undone = await undoEdit(s.context(), { ...turn, mutationId: s.mutationId(), confirmed: [...preview.base] });
    const figures = new Map(undone.patch.routes.map((route) => [route.id, routeFigures(route.schedule)]));
    for (const route of preview.preview.diff.routes) expect(route.after).toEqual(figures.get(route.routeId));
    const told = async () => (await listMessages(s.context(), {})).filter(({ purpose }) => purpose === "route-changed");
    expect(await told()).toHaveLength(2);
    const again = await previewTurn(s.context(), { ...turn, direction: "redo" });
    await redoEdit(s.context(), { ...turn, mutationId: s.mutationId(), confirmed: [...again.base] });
    expect(await told()).toHaveLength(4);
    // Putting a stop where it is already changes nothing, so nobody has to look at it.
    await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [(await s.board()).routes[0]!.stops[0]!.visitId],
      to: { kind: "position", routeId: s.routeIds[0]!, afterVisitId: null },
    });
    expect(await told()).toHaveLength(4);
  });

  test("there is nothing to preview of an empty stack", async () => {
    const s = await planScenario(spots.slice(0, 1));
    await expect(previewTurn(s.context(), { planId: s.planId, direction: "redo" })).rejects.toMatchObject({
      code: "refused",
      details: { reason: "nothing-to-turn" },
    });
  });
});
