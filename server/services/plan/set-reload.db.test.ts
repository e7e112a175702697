import { describe, expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import { applyBoardPatch } from "@/server/domain/plan/apply-board-patch";
import { packBoard, unpackBoard } from "@/server/domain/plan/pack-board";
import type { TravelPort } from "@/server/ports/travel";
import { planScenario } from "@/server/testing/plan-scenario";
import { getRouteShapes } from "./get-route-shapes";
import { measureRoutes } from "./measure-routes";
import { moveStops } from "./move-stops";
import { previewReload } from "./preview-reload";
import { redoEdit } from "./redo-edit";
import { setReload } from "./set-reload";
import { undoEdit } from "./undo-edit";

const spots = [1, 2, 3, 4].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));

/** Roads whose ways say from where to where they lead. */
const travel: TravelPort = {
  matrix: estimateTravel.matrix,
  legs: async (positions, profile) => {
    const legs = await estimateTravel.legs(positions, profile);
    return legs.map((leg, index) => ({
      ...leg,
      shape: `${positions[index]!.lng.toFixed(3)}>${positions[index + 1]!.lng.toFixed(3)}`,
      source: "roads" as const,
    }));
  },
};

async function loadedDay() {
  const s = await planScenario(spots, { ports: { travel } });
  const context = s.context("dispatcher");
  const { planId, visitIds } = s;
  const [routeId] = s.routeIds;
  await moveStops(context, {
    planId,
    mutationId: s.mutationId(),
    visitIds: [...visitIds],
    to: { kind: "position", routeId: routeId!, afterVisitId: null },
  });
  const set = (visit: number, loadSeconds: number | null, more: object = {}) =>
    setReload(context, { planId, mutationId: s.mutationId(), visitId: visitIds[visit]!, loadSeconds, ...more });
  const reloads = async () => (await s.board()).routes[0]!.stops.map(({ reload }) => reload?.loadSeconds ?? null);
  return { ...s, context, viewer: s.context("viewer"), routeId: routeId!, set, reloads };
}

describe("setReload", () => {
  test("a route goes back to its depot before a stop: timed and drawn on roads, stored, told, undone", async () => {
    const s = await loadedDay();
    const before = await s.board();
    const preview = await previewReload(s.context, { planId: s.planId, visitId: s.visitIds[2]!, loadSeconds: 900 });
    const { patch, shapes, edit } = await s.set(2, 900);
    expect(edit).toMatchObject({
      label: "Load again before T-2",
      summary: { kind: "reload", route: 1, isAdded: true },
    });
    const after = await s.board();
    expect(applyBoardPatch(before, patch).routes).toEqual(after.routes);
    expect(unpackBoard(packBoard(after)).routes).toEqual(after.routes);

    const [was, is] = [before.routes[0]!, after.routes[0]!];
    expect(is.stops.map(({ reload }) => reload?.loadSeconds)).toEqual([undefined, undefined, 900, undefined]);
    expect(is.stops[2]!.reload!.leg.isEstimate || is.stops[2]!.leg.isEstimate).toBe(false);
    const { totals } = preview.preview.diff;
    expect(totals.after.distanceMeters).toBe(is.schedule.distanceMeters);
    expect(is.schedule.distanceMeters).toBeGreaterThan(was.schedule.distanceMeters);
    expect(is.schedule.serviceSeconds).toBe(was.schedule.serviceSeconds + 900);

    // Out, on, back to the depot, out again, on; and home.
    const [drawn] = await getRouteShapes(s.context, { planId: s.planId });
    expect(shapes[0]!.legs).toEqual(drawn!.legs);
    const ends = [...drawn!.legs, drawn!.back].map((shape) => shape.split(">"));
    expect(ends).toHaveLength(6);
    ends.slice(1).forEach(([from], index) => {
      expect(from).toBe(ends[index]![1]);
    });
    expect(ends[2]![1]).toBe(ends[0]![0]);

    await measureRoutes(s.context, { planId: s.planId });
    expect((await s.board()).routes[0]).toEqual(is);
    await undoEdit(s.context, { planId: s.planId, mutationId: s.mutationId() });
    expect((await s.board()).routes[0]!.schedule).toEqual(was.schedule);
  });

  test("said twice it is done once; what is so already changes nothing", async () => {
    const s = await loadedDay();
    const mutationId = s.mutationId();
    await s.set(1, 600, { mutationId });
    expect((await s.set(1, 600, { mutationId })).isRepeated).toBe(true);
    expect((await s.set(1, 600)).edit).toBeNull();
    expect((await s.set(0, 600)).edit).toBeNull();
    expect(await s.reloads()).toEqual([null, 600, null, null]);
    await s.set(1, null);
    expect(await s.reloads()).toEqual([null, null, null, null]);
  });

  test("its stop moved away and back leaves it where it was", async () => {
    const s = await loadedDay();
    await s.set(2, 600);
    const { planId, visitIds } = s;
    await moveStops(s.context, { planId, mutationId: s.mutationId(), visitIds: [visitIds[2]!], to: { kind: "pool" } });
    expect(await s.reloads()).toEqual([null, null, 600]);
    await undoEdit(s.context, { planId, mutationId: s.mutationId() });
    expect(await s.reloads()).toEqual([null, null, 600, null]);
  });

  test("not taken back, nor done again, on a route that its stop was moved to since", async () => {
    const s = await loadedDay();
    const { planId, visitIds } = s;
    const turn = (edit: typeof undoEdit) => edit(s.context, { planId, mutationId: s.mutationId() });
    const moveTo = (to: { kind: "pool" } | { kind: "position"; routeId: string; afterVisitId: string }) =>
      moveStops(s.tenant.systemContext(), {
        planId,
        mutationId: s.mutationId(),
        visitIds: [visitIds[2]!],
        to,
      });
    await s.set(2, 600);
    await moveTo({ kind: "pool" });
    await expect(turn(undoEdit)).rejects.toMatchObject({ details: { reason: "stops-moved" } });
    expect(await s.reloads()).toEqual([null, null, 600]);
    await moveTo({ kind: "position", routeId: s.routeId, afterVisitId: visitIds[1]! });
    await s.set(3, null);
    await s.set(2, 900);
    await turn(undoEdit);
    await moveTo({ kind: "pool" });
    await expect(turn(redoEdit)).rejects.toMatchObject({ details: { reason: "stops-moved" } });
  });

  test("refused for a stop on no route, on a locked route, of a stranger, and to a reader", async () => {
    const s = await loadedDay();
    const { planId, visitIds } = s;
    await s.tenant.database.raw`update route set locked = true where id = ${s.routeId}`;
    await expect(s.set(2, 600)).rejects.toMatchObject({ details: { reason: "route-locked" } });
    await s.tenant.database.raw`update route set locked = false where id = ${s.routeId}`;
    await moveStops(s.context, { planId, mutationId: s.mutationId(), visitIds: [visitIds[2]!], to: { kind: "pool" } });
    await expect(s.set(2, 600)).rejects.toMatchObject({ details: { reason: "visit-not-found" } });
    const stranger = await loadedDay();
    const foreign = { planId: stranger.planId, mutationId: s.mutationId(), visitId: visitIds[1]!, loadSeconds: 60 };
    await expect(setReload(s.context, foreign)).rejects.toMatchObject({ code: "not-found" });
    const asked = { planId, mutationId: s.mutationId(), visitId: visitIds[1]!, loadSeconds: 60 };
    await expect(setReload(s.viewer, asked)).rejects.toMatchObject({ code: "forbidden" });
  });
});
