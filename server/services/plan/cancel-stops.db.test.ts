import { describe, expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { planScenario } from "@/server/testing/plan-scenario";
import { syncDriverOps } from "../execution/sync-driver-ops";
import { ServiceError } from "../kernel/service-error";
import { listMessages } from "../message/list-messages";
import { cancelStops } from "./cancel-stops";
import { listHistory } from "./list-history";
import { previewCancel } from "./preview-cancel";
import { previewTurn } from "./preview-turn";
import { redoEdit } from "./redo-edit";
import { undoEdit } from "./undo-edit";

type Day = Awaited<ReturnType<typeof drivenDay>>;

const cancel = ({ scenario }: Pick<Day, "scenario">, indices: readonly number[], over: object = {}) =>
  cancelStops(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    visitIds: indices.map((index) => scenario.visitIds[index]!),
    ...over,
  });

const preview = ({ scenario }: Pick<Day, "scenario">, indices: readonly number[]) =>
  previewCancel(scenario.context(), {
    planId: scenario.planId,
    visitIds: indices.map((index) => scenario.visitIds[index]!),
  });

const turn = async (day: Day, direction: "undo" | "redo", over: object = {}) => {
  const { scenario } = day;
  const { base } = await previewTurn(scenario.context(), { planId: scenario.planId, direction });
  const turned = direction === "undo" ? undoEdit : redoEdit;
  const asked = { planId: scenario.planId, mutationId: scenario.mutationId(), confirmed: [...base], ...over };
  return turned(scenario.context(), asked);
};

const statusesOf = async ({ scenario }: Pick<Day, "scenario">) => {
  const rows = await scenario.tenant.database.raw<{ id: string; status: string }[]>`select id, status from delivery`;
  const byId = new Map(rows.map(({ id, status }) => [id, status]));
  return scenario.deliveryIds.map((id) => byId.get(id));
};

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) =>
      error instanceof ServiceError ? { code: error.code, ...error.details } : Promise.reject(error),
  );

const told = async ({ scenario }: Day, purpose: string) =>
  (await listMessages(scenario.context(), {})).filter((message) => message.purpose === purpose);

const send = async (day: Day, route: number, ...acts: readonly unknown[]) =>
  syncDriverOps(await day.driver(route), { deviceNow: day.clock.now(), ops: [...acts] });

describe("an order is cancelled", () => {
  test("on a sent route after a look at it: the stop goes, its driver is told what, and undo brings it back in its place", async () => {
    const day = await drivenDay([[0, 1, 2], [3]]);
    const { scenario } = day;
    const before = await scenario.sequences();
    const seen = await preview(day, [1]);
    expect(seen.preview).toMatchObject({ unplannedDelta: 0, notices: { drivers: [{ driverName: "Driver 0" }] } });
    expect(seen.preview.diff.routes.map(({ number, after }) => [number, after.stops])).toEqual([[1, 2]]);
    expect(await refusalOf(cancel(day, [1]))).toMatchObject({ reason: "needs-confirmation", routeNumbers: [1] });
    const done = await cancel(day, [1], { confirmed: [...seen.base], reason: "sold out" });
    expect(done.patch.removedVisitIds).toEqual([scenario.visitIds[1]]);
    expect(done.edit).toMatchObject({ label: "Cancel T-1" });
    const after = await scenario.board();
    expect(after.visits.has(scenario.visitIds[1]!)).toBe(false);
    expect(after.pool).toEqual([]);
    expect(await statusesOf(day)).toEqual(["assigned", "cancelled", "assigned", "assigned"]);
    const messages = await told(day, "route-changed");
    expect(messages.map(({ channel }) => channel).sort()).toEqual(["email", "sms"]);
    const email = messages.find(({ channel }) => channel === "email")!;
    expect(email.body).toContain("No longer on your route");
    expect(email.body).toContain("Gade 1 dropoff");

    await turn(day, "undo");
    expect(await scenario.sequences()).toEqual(before);
    expect(await statusesOf(day)).toEqual(["assigned", "assigned", "assigned", "assigned"]);
    await turn(day, "redo");
    expect(await statusesOf(day)).toEqual(["assigned", "cancelled", "assigned", "assigned"]);
    expect((await scenario.board()).visits.has(scenario.visitIds[1]!)).toBe(false);
    const [edit] = await listHistory(scenario.context(), { planId: scenario.planId });
    expect(edit).toMatchObject({ summary: { kind: "cancel", orders: 1, name: "T-1" }, isUndone: false });
  });

  test("unplanned and planned ones at once, many together, and a selection's pairs whole", async () => {
    const scenario = await planScenario([{ at: [1, 1] }, { at: [2, 2] }, { at: [5, 5], pickupAt: [3, 3] }], {
      drivers: 1,
    });
    const day = { scenario };
    await cancel(day, [0, 2]);
    const board = await scenario.board();
    expect([...board.visits.keys()]).toEqual([scenario.visitIds[1]]);
    expect(await statusesOf(day)).toEqual(["cancelled", "requested", "cancelled"]);
    await undoEdit(scenario.context(), { planId: scenario.planId, mutationId: scenario.mutationId() });
    expect((await scenario.board()).pool).toHaveLength(4);
  });

  test("not when it is made, headed for, or aboard from its pickup; the others of a selection are offered", async () => {
    const spots = [
      { at: [1, 1] as const },
      { at: [2, 2] as const },
      { at: [6, 6] as const, pickupAt: [4, 4] as const },
    ];
    const day = await drivenDay([[0, 1, 2], []], spots);
    const { scenario } = day;
    const pickupId = scenario.pickupIds[2]!;
    await send(day, 0, day.act({ type: "start-route" }));
    day.clock.advanceSeconds(600);
    await send(day, 0, day.act({ type: "complete", visitIds: [pickupId], outcome: "delivered" }));
    await send(day, 0, day.act({ type: "depart", visitId: scenario.visitIds[0]! }));
    expect(await refusalOf(preview(day, [2]))).toMatchObject({ reason: "goods-aboard", stop: "T-2" });
    expect(await refusalOf(cancel(day, [0], { confirmed: await scenario.seenRoutes() }))).toMatchObject({
      reason: "stop-made",
      stop: "T-0",
    });
    const some = await preview(day, [0, 1, 2]);
    expect(some.refused).toHaveLength(2);
    expect(some.removedVisitIds).toEqual([scenario.visitIds[1]]);
    await cancel(day, [1], { confirmed: [...some.base] });
    expect(await statusesOf(day)).toEqual(["enroute", "cancelled", "enroute"]);
  });

  test("and what its driver says of it later, offline until then, is refused with the reason and told to the desk", async () => {
    const day = await drivenDay([[0, 1], []]);
    const { scenario } = day;
    await cancel(day, [1], { confirmed: await scenario.seenRoutes() });
    day.clock.advanceSeconds(300);
    const act = day.act({ type: "complete", visitIds: [scenario.visitIds[1]!], outcome: "delivered" });
    const { answers } = await send(day, 0, act);
    expect(answers).toMatchObject([{ verdict: "rejected", reason: "order-cancelled" }]);
    // Two at one door, one of them cancelled: refused for that, and true for the other.
    const both = { type: "complete", visitIds: scenario.visitIds.slice(0, 2), outcome: "delivered" };
    expect((await send(day, 0, day.act(both))).answers).toMatchObject([{ reason: "order-cancelled" }]);
    expect(await statusesOf(day)).toEqual(["assigned", "cancelled"]);
  });

  test("while he completes it, exactly one of the two wins", async () => {
    for (let round = 0; round < 4; round++) {
      const day = await drivenDay([[0, 1], []]);
      const confirmed = await day.scenario.seenRoutes();
      const act = day.act({ type: "complete", visitIds: [day.scenario.visitIds[1]!], outcome: "delivered" });
      const cancelling = () => refusalOf(cancel(day, [1], { confirmed }));
      const acting = () => send(day, 0, act).then(({ answers }) => answers[0]!.verdict);
      const [first, second] = round % 2 === 0 ? [cancelling, acting] : [acting, cancelling];
      const results = await Promise.all([first(), second()]);
      const verdict = results.find((each) => typeof each === "string");
      const status = (await statusesOf(day))[1];
      expect([verdict, status]).toEqual(verdict === "applied" ? ["applied", "delivered"] : ["rejected", "cancelled"]);
    }
  });

  test("once, however often it is asked; not under another's name, in a stale version, malformed, or by a reader", async () => {
    const day = await drivenDay([[0, 1], [2]]);
    const { scenario } = day;
    const other = await planScenario([{ at: [1, 1] }], { drivers: 1 });
    const confirmed = await scenario.seenRoutes();
    const stale = confirmed.map(({ routeId }) => ({ routeId, version: 1 }));
    expect(await refusalOf(cancel(day, [1], { confirmed: stale }))).toMatchObject({
      code: "stale",
      reason: "changed-since-preview",
    });
    for (const over of [
      { planId: other.planId },
      { planId: "nonsense" },
      { visitIds: [] },
      { reason: "x".repeat(501) },
    ]) {
      const refusal = await refusalOf(cancel(day, [1], { confirmed, ...over }));
      expect(["not-found", "invalid"]).toContain(refusal!.code);
    }
    expect(await refusalOf(cancel(day, [1], { confirmed, visitIds: [other.visitIds[0]] }))).toMatchObject({
      reason: "visit-not-found",
    });
    const asked = { confirmed, mutationId: "cancel-once-1" };
    const first = await cancel(day, [1], asked);
    expect(await cancel(day, [1], asked)).toMatchObject({ isRepeated: true, edit: { id: first.edit!.id } });
    expect(await refusalOf(cancel(day, [0], asked))).toMatchObject({ reason: "mutation-reused" });
    const asViewer = cancelStops(scenario.context("viewer"), {
      planId: scenario.planId,
      mutationId: scenario.mutationId(),
      visitIds: [scenario.visitIds[0]!],
    });
    expect(await refusalOf(asViewer)).toMatchObject({ code: "forbidden" });
    expect(await statusesOf(day)).toEqual(["assigned", "cancelled", "assigned"]);
  });
});
