import { describe, expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import type { LatLng } from "@/server/domain/geo";
import { applyBoardPatch } from "@/server/domain/plan/apply-board-patch";
import type { TravelPort } from "@/server/ports/travel";
import { planScenario } from "@/server/testing/plan-scenario";
import { listTimeline } from "../event/list-timeline";
import { moveStops } from "./move-stops";

const spots = [1, 2, 3, 4, 5, 6].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));

/** Roads that double what the estimate says, and count who asks. */
function roads() {
  const asked: LatLng[][] = [];
  const travel: TravelPort = {
    matrix: estimateTravel.matrix,
    legs: async (positions, profile) => {
      asked.push([...positions]);
      const legs = await estimateTravel.legs(positions, profile);
      return legs.map((leg) => ({
        ...leg,
        durationSeconds: leg.durationSeconds * 2,
        shape: "abc",
        source: "roads" as const,
      }));
    },
  };
  return { travel, asked };
}

async function statuses(s: Awaited<ReturnType<typeof planScenario>>) {
  const rows = await s.tenant.database
    .raw`select id, status from delivery where organization_id = ${s.tenant.organizationId}`;
  const byId = new Map(rows.map((row) => [row.id, row.status]));
  return s.deliveryIds.map((id) => byId.get(id));
}

describe("moveStops", () => {
  test("plans, moves and unplans: sequences, statuses, versions, real legs and the log follow", async () => {
    const { travel, asked } = roads();
    const s = await planScenario(spots, { ports: { travel } });
    const context = s.context("dispatcher");
    const [a, b] = s.routeIds;
    const first = await moveStops(context, {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[0]!, s.visitIds[1]!],
      to: { kind: "position", routeId: a!, afterVisitId: null },
    });
    expect(await s.sequences()).toEqual(["0 1", ""]);
    expect(await statuses(s)).toEqual(["scheduled", "scheduled", "requested", "requested", "requested", "requested"]);
    expect(first.patch.routes[0]!.stops.every((stop) => !stop.leg.isEstimate)).toBe(true);
    expect(first.shapes[0]).toMatchObject({ routeId: a, legs: ["abc", "abc"], back: "abc", version: 2 });
    expect(asked.map((positions) => positions.length)).toEqual([4]);

    const board = await s.board();
    const second = await moveStops(context, {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[1]!],
      to: { kind: "best", routeId: b! },
      seen: [{ visitId: s.visitIds[1]!, routeId: a! }],
    });
    expect(await s.sequences()).toEqual(["0", "1"]);
    expect(second.edit?.label).toBe("Move T-1 1→2");
    // Only the legs that nobody drove before: back from 0 to the depot, out to 1 and back is known from before.
    expect(asked.slice(1).flat()).toHaveLength(4);
    expect(applyBoardPatch(board, second.patch)).toEqual({
      ...(await s.board()),
      lastEventSeq: board.lastEventSeq,
      calibrations: board.calibrations,
    });

    await moveStops(context, {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[0]!],
      to: { kind: "pool" },
    });
    expect(await s.sequences()).toEqual(["", "1"]);
    expect((await statuses(s)).slice(0, 2)).toEqual(["requested", "scheduled"]);
    const log = await listTimeline(s.context(), { planId: s.planId });
    expect(log.slice(0, 2).map((event) => [event.type, event.mutationId])).toEqual([
      ["delivery.changed", "mutation-3"],
      ["route.changed", "mutation-3"],
    ]);
    expect(await listTimeline(s.context(), { entity: "delivery", entityId: s.deliveryIds[0]! })).toHaveLength(2);
  });

  test("a pair goes together from the pool, pickup first", async () => {
    const s = await planScenario([{ at: [5, 5], pickupAt: [2, 2] }, ...spots.slice(0, 2)]);
    await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[0]!],
      to: { kind: "position", routeId: s.routeIds[0]!, afterVisitId: null },
    });
    expect(await s.sequences()).toEqual(["0p 0", ""]);
    expect((await statuses(s))[0]).toBe("scheduled");
  });

  test("the same request twice, even at once, moves once", async () => {
    const s = await planScenario(spots);
    const input = {
      planId: s.planId,
      mutationId: "the-same-mutation",
      visitIds: [s.visitIds[0]!],
      to: { kind: "position" as const, routeId: s.routeIds[0]!, afterVisitId: null },
      seen: [{ visitId: s.visitIds[0]!, routeId: null }],
    };
    const both = await Promise.all([moveStops(s.context(), input), moveStops(s.context(), input)]);
    expect(both.map((result) => result.isRepeated).sort()).toEqual([false, true]);
    const third = await moveStops(s.context(), input);
    expect(third).toMatchObject({ isRepeated: true, edit: { label: "Plan T-0 on 1" } });
    expect(third.patch.routes.map((route) => route.version)).toEqual([2]);
    expect(await listTimeline(s.context(), { entity: "route", entityId: s.routeIds[0]! })).toHaveLength(1);
  });

  test("two dispatchers take the same stop at once: one wins, the other learns where it is", async () => {
    const s = await planScenario(spots);
    const take = (routeId: string) =>
      moveStops(s.context(), {
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[0]!],
        to: { kind: "position", routeId, afterVisitId: null },
        seen: [{ visitId: s.visitIds[0]!, routeId: null }],
      });
    const results = await Promise.allSettled(s.routeIds.map(take));
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    const winner = results[0]!.status === "fulfilled" ? 0 : 1;
    expect(lost[0]!.reason).toMatchObject({
      code: "stale",
      details: {
        changedBy: "Tess Tester",
        conflicts: [{ visitId: s.visitIds[0], routeId: s.routeIds[winner], routeNumber: winner + 1 }],
      },
    });
    expect((await s.sequences()).filter(Boolean)).toEqual(["0"]);
  });

  test("an intent still holds when others changed the same route around it", async () => {
    const s = await planScenario(spots);
    const [a, b] = s.routeIds;
    const place = (visit: number, routeId: string, after: number | null) =>
      moveStops(s.context(), {
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[visit]!],
        to: { kind: "position", routeId, afterVisitId: after === null ? null : s.visitIds[after]! },
      });
    await place(0, a!, null);
    await place(1, a!, 0);
    await Promise.all([place(2, a!, 0), place(3, a!, 1), place(4, b!, null)]);
    expect(await s.sequences()).toEqual(["0 2 1 3", "4"]);
    await expect(place(5, a!, 4)).rejects.toMatchObject({ code: "stale", details: { reason: "anchor-not-found" } });
  });

  test("refuses, changing nothing: unlocated, locked, foreign, unknown; viewers may not", async () => {
    const s = await planScenario([...spots, { at: null }]);
    const other = await planScenario(spots);
    const to = { kind: "position" as const, routeId: s.routeIds[0]!, afterVisitId: null };
    const attempt = (over: object, role?: "viewer") =>
      moveStops(s.context(role), {
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[0]!],
        to,
        ...over,
      });
    await expect(attempt({ visitIds: [s.visitIds[6]!] })).rejects.toMatchObject({
      code: "refused",
      details: { reason: "no-position" },
    });
    await expect(attempt({ visitIds: [other.visitIds[0]!] })).rejects.toMatchObject({
      details: { reason: "visit-not-found" },
    });
    await expect(attempt({ to: { ...to, routeId: other.routeIds[0]! } })).rejects.toMatchObject({
      details: { reason: "route-not-found" },
    });
    await expect(attempt({ planId: other.planId })).rejects.toMatchObject({ code: "not-found" });
    await expect(attempt({}, "viewer")).rejects.toMatchObject({ code: "forbidden" });
    await s.tenant.database.raw`update route set locked = true where id = ${s.routeIds[0]!}`;
    await expect(attempt({})).rejects.toMatchObject({ details: { reason: "route-locked", routeNumber: 1 } });
    expect(await s.sequences()).toEqual(["", ""]);
    await attempt({ overrideLocks: true });
    expect(await s.sequences()).toEqual(["0", ""]);
  });

  test.each([
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ])("times windows and shifts by the clock on the wall of %s, a day of %i hours", async (date, hours) => {
    const s = await planScenario([{ at: [1, 1], windows: [{ fromSeconds: 9 * 3600, toSeconds: 10 * 3600 }] }], {
      date,
    });
    const { patch } = await moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[0]!],
      to: { kind: "best", routeId: s.routeIds[0]! },
    });
    const board = await s.board();
    const nine = (9 + hours - 24) * 3600;
    expect(board.visits.get(s.visitIds[0]!)!.windows).toEqual([{ fromSeconds: nine, toSeconds: nine + 3600 }]);
    expect(patch.routes[0]!.rules.shift.fromSeconds).toBe((8 + hours - 24) * 3600);
    expect(patch.routes[0]!.schedule.stops[0]!.startSeconds).toBe(nine);
    expect(
      new Date(board.plan.midnightEpochMs + nine * 1000).toLocaleTimeString("da-DK", { timeZone: "Europe/Copenhagen" }),
    ).toBe("09.00.00");
  });
});
