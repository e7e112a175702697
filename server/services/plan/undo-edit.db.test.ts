import { describe, expect, test } from "vitest";
import { unpackBoard } from "@/server/domain/plan/pack-board";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import type { ServiceContext } from "../kernel/service-context";
import { getBoard } from "./get-board";
import { listEdits } from "./list-edits";
import { listHistory } from "./list-history";
import { lockRoutes } from "./lock-routes";
import { lockStops } from "./lock-stops";
import { moveStops } from "./move-stops";
import { redoEdit } from "./redo-edit";
import { undoEdit } from "./undo-edit";

const spots = [1, 2, 3, 4, 5, 6].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));

function dispatcher(s: PlanScenario, context: ServiceContext = s.context()) {
  const { planId } = s;
  const turn = (over: object) => ({ planId, mutationId: s.mutationId(), ...over });
  return {
    put: (visits: number[], route: number | null, after: number | null = null) =>
      moveStops(context, {
        planId,
        mutationId: s.mutationId(),
        visitIds: visits.map((visit) => s.visitIds[visit]!),
        to:
          route === null
            ? { kind: "pool" }
            : {
                kind: "position",
                routeId: s.routeIds[route]!,
                afterVisitId: after === null ? null : s.visitIds[after]!,
              },
      }),
    undo: (over: object = {}) => undoEdit(context, turn(over)),
    redo: (over: object = {}) => redoEdit(context, turn(over)),
    edits: () => listEdits(context, { planId }),
  };
}

/** Another member of the same organization. */
function colleague(s: PlanScenario): ServiceContext {
  const mine = s.context("dispatcher");
  return { ...mine, actor: { ...mine.actor, id: s.tenant.newId(), label: "Cole League" } };
}

describe("undo and redo", () => {
  test("walk back to the beginning and forth again; a new edit ends the way forth", async () => {
    const s = await planScenario(spots);
    const me = dispatcher(s);
    await me.put([0, 1, 2], 0);
    await me.put([1], 1);
    await me.put([0], null);
    expect(await s.sequences()).toEqual(["2", "1"]);
    await me.undo();
    expect(await s.sequences()).toEqual(["0 2", "1"]);
    await me.undo();
    await me.undo();
    expect(await s.sequences()).toEqual(["", ""]);
    await expect(me.undo()).rejects.toMatchObject({ code: "refused", details: { reason: "nothing-to-turn" } });
    await me.redo();
    expect(await s.sequences()).toEqual(["0 1 2", ""]);
    await me.redo();
    expect(await s.sequences()).toEqual(["0 2", "1"]);
    expect(await me.edits()).toMatchObject({ undo: { label: "Move T-1 1→2" }, redo: { label: "Unplan T-0" } });
    await me.put([3], 1);
    expect((await me.edits()).redo).toBeNull();
    await me.undo();
    expect((await me.edits()).redo).toMatchObject({ label: "Plan T-3 on 2" });
  });

  test("a repeated undo takes back one edit", async () => {
    const s = await planScenario(spots);
    const me = dispatcher(s);
    await me.put([0], 0);
    await me.put([1], 0, 0);
    const input = { mutationId: "one-undo-only" };
    const both = await Promise.all([me.undo(input), me.undo(input)]);
    expect(both.map((result) => result.isRepeated).sort()).toEqual([false, true]);
    expect(await s.sequences()).toEqual(["0", ""]);
    await expect(me.undo({ editId: s.tenant.newId() })).rejects.toMatchObject({ code: "stale" });
  });

  test("each person has a stack of their own, and goes around what others did", async () => {
    const s = await planScenario(spots);
    const [me, other] = [dispatcher(s), dispatcher(s, colleague(s))];
    await me.put([0, 1], 0);
    await other.put([2], 0, 0);
    expect(await s.sequences()).toEqual(["0 2 1", ""]);
    await me.undo();
    expect(await s.sequences()).toEqual(["2", ""]);
    await other.undo();
    expect(await s.sequences()).toEqual(["", ""]);
  });

  test("the history shows everybody's edits, newest first, and what was taken back", async () => {
    const s = await planScenario(spots);
    const [me, other] = [dispatcher(s), dispatcher(s, colleague(s))];
    await me.put([0], 0);
    await other.put([1], 1);
    await me.put([2], 0, 0);
    await me.undo();
    expect(await listHistory(s.context("viewer"), { planId: s.planId })).toMatchObject([
      { label: "Plan T-2 on 1", by: "Tess Tester", isOwn: true, isUndone: true },
      { label: "Plan T-1 on 2", isOwn: false, isUndone: false },
      { label: "Plan T-0 on 1", isOwn: true, isUndone: false },
    ]);
    const stranger = await planScenario([]);
    await expect(listHistory(stranger.context(), { planId: s.planId })).rejects.toMatchObject({ code: "not-found" });
  });

  test("refuses when somebody has moved the same stop since, unless asked as a new change", async () => {
    const s = await planScenario(spots);
    const [me, other] = [dispatcher(s), dispatcher(s, colleague(s))];
    await me.put([0], 0);
    await other.put([0], 1);
    await expect(me.undo()).rejects.toMatchObject({
      code: "stale",
      details: { changedBy: "Cole League", conflicts: [{ visitId: s.visitIds[0], routeNumber: 2 }] },
    });
    expect(await s.sequences()).toEqual(["", "0"]);
    await me.undo({ asNewChange: true });
    expect(await s.sequences()).toEqual(["", ""]);
  });

  test("a stop locked to its time is timed anew, keeps its time on another route, and is let go by undo", async () => {
    const s = await planScenario(spots);
    const me = dispatcher(s);
    const { planId } = s;
    await me.put([0, 1, 2], 0);
    const board = await getBoard(s.context(), { planId });
    const planned = unpackBoard(board).routes[0]!.schedule.stops[2]!.startSeconds;
    const lock = { planId, mutationId: s.mutationId(), visitIds: [s.visitIds[2]!], lockedToTime: true };
    const locked = await lockStops(s.context(), lock);
    expect(locked.patch.visits.find((visit) => visit.id === s.visitIds[2])?.timeLock?.startSeconds).toBe(planned);
    await me.put([0, 1], null);
    const alone = unpackBoard(await getBoard(s.context(), { planId })).routes[0]!.schedule.stops[0]!;
    expect(alone).toMatchObject({ startSeconds: planned, breaks: [] });
    await me.put([2], 1);
    const moved = unpackBoard(await getBoard(s.context(), { planId }));
    expect(moved.routes[1]!.schedule.stops[0]).toMatchObject({ startSeconds: planned });
    await me.put([2], null);
    expect(unpackBoard(await getBoard(s.context(), { planId })).visits.get(s.visitIds[2]!)?.timeLock).toBeUndefined();
    await me.put([2], 0);
    const again = { ...lock, mutationId: s.mutationId() };
    expect((await lockStops(s.context(), again)).edit?.label).toBe("Lock 1 stop");
    await me.undo();
    expect(unpackBoard(await getBoard(s.context(), { planId })).visits.get(s.visitIds[2]!)?.timeLock).toBeUndefined();
  });

  test("the frozen front of a route asks first, and thaws by undo", async () => {
    const s = await planScenario(spots);
    const me = dispatcher(s);
    const { planId } = s;
    await me.put([0, 1, 2], 0);
    const freeze = { planId, mutationId: s.mutationId(), routeIds: [s.routeIds[0]!], frozenStops: 2 };
    const frozen = await lockRoutes(s.context(), freeze);
    expect(frozen.patch.routes[0]).toMatchObject({ frozenStops: 2, locked: false });
    expect(frozen.edit?.label).toBe("Freeze 2 stops of 1 route");
    await expect(me.put([3], 0)).rejects.toMatchObject({ details: { reason: "stop-locked", lock: "front" } });
    await expect(lockRoutes(s.context(), { ...freeze, frozenStops: -1 })).rejects.toMatchObject({ code: "invalid" });
    await me.put([3], 0, 1);
    expect(await s.sequences()).toEqual(["0 1 3 2", ""]);
    await me.undo();
    await me.undo();
    await me.put([3], 0);
    expect(await s.sequences()).toEqual(["3 0 1 2", ""]);
  });

  test("locks are taken back like moves", async () => {
    const s = await planScenario(spots);
    const me = dispatcher(s);
    await me.put([0, 1], 0);
    const { planId } = s;
    const [routeId] = s.routeIds;
    await lockRoutes(s.context(), { planId, mutationId: s.mutationId(), routeIds: [routeId!], locked: true });
    await expect(me.put([0], 1)).rejects.toMatchObject({ details: { reason: "route-locked" } });
    const undone = await me.undo();
    expect(undone.patch.routes.map((route) => [route.id, route.locked])).toEqual([[routeId, false]]);
    const lock = {
      planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[0]!, s.visitIds[5]!],
      lockedToDriver: true,
    };
    const locked = await lockStops(s.context(), lock);
    expect(locked.edit?.label).toBe("Lock 1 stop");
    expect(locked.patch.routes[0]!.stops.map((stop) => stop.lockedToDriver)).toEqual([true, false]);
    await expect(me.put([0], 1)).rejects.toMatchObject({ details: { reason: "stop-locked", lock: "driver" } });
    await me.undo();
    await me.put([0], 1);
    expect(await s.sequences()).toEqual(["1", "0"]);
    const again = { ...lock, mutationId: s.mutationId(), lockedToDriver: false };
    expect(await lockStops(s.context(), again)).toMatchObject({ edit: null });
    await expect(lockStops(s.context("viewer"), again)).rejects.toMatchObject({ code: "forbidden" });
  });
});
