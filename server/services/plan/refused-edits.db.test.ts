import { TRPCError } from "@trpc/server";
import { describe, expect, test } from "vitest";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import { tenantFingerprint } from "@/server/testing/marked-tenant";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { silentLive } from "@/server/testing/silent-live";
import { createCaller } from "@/server/trpc/root";
import type { ServiceContext } from "../kernel/service-context";
import { chooseDrivers } from "./choose-drivers";
import { lockRoutes } from "./lock-routes";
import { lockStops } from "./lock-stops";
import { moveStops } from "./move-stops";
import { openPlan } from "./open-plan";
import { redoEdit } from "./redo-edit";
import { undoEdit } from "./undo-edit";

const spots = [1, 2, 3, 4].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));

function moves(s: PlanScenario, context: ServiceContext = s.context()) {
  return (over: object = {}) =>
    moveStops(context, {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[0]!],
      to: { kind: "position", routeId: s.routeIds[0]!, afterVisitId: null },
      ...over,
    });
}

/** The same tenant's other person. */
function colleague(s: PlanScenario): ServiceContext {
  const mine = s.context("dispatcher");
  return { ...mine, actor: { ...mine.actor, id: s.tenant.newId(), label: "Cole League" } };
}

/** Runs each, expects its refusal, and that nothing at all is different afterwards. */
async function refuseAll(s: PlanScenario, attempts: Record<string, [() => Promise<unknown>, object]>): Promise<void> {
  const before = await tenantFingerprint(s.tenant);
  for (const [name, [attempt, refusal]] of Object.entries(attempts)) {
    await expect(attempt(), name).rejects.toMatchObject(refusal);
    expect(await tenantFingerprint(s.tenant), name).toBe(before);
  }
}

describe("an edit that cannot be", () => {
  test("reaches into another plan, or another organization", async () => {
    const s = await planScenario(spots);
    const other = await planScenario(spots);
    const move = moves(s);
    const tomorrow = await openPlan(s.context(), { projectId: s.projectId, date: "2026-06-11" });
    const drivers = s.driverIds.map((driverId) => ({ driverId }));
    const { added } = await chooseDrivers(s.context(), { planId: tomorrow.planId, drivers });
    const elsewhere = { kind: "position" as const, routeId: added[0]!.routeId, afterVisitId: null };
    const lock = () => ({ planId: s.planId, mutationId: s.mutationId(), locked: true });
    const notFound = { code: "refused", details: { reason: "route-not-found" } };
    await refuseAll(s, {
      "a route of tomorrow": [() => move({ to: elsewhere }), notFound],
      "a stop of today, tomorrow": [
        () => move({ planId: tomorrow.planId, to: elsewhere }),
        { details: { reason: "visit-not-found" } },
      ],
      "a foreign route": [() => move({ to: { kind: "best", routeId: other.routeIds[0] } }), notFound],
      "a foreign stop": [() => move({ visitIds: [other.visitIds[0]] }), { details: { reason: "visit-not-found" } }],
      "a foreign stop to follow": [
        () => move({ to: { kind: "position", routeId: s.routeIds[0], afterVisitId: other.visitIds[0] } }),
        { code: "stale", details: { reason: "anchor-not-found" } },
      ],
      "a foreign plan": [() => move({ planId: other.planId }), { code: "not-found" }],
      "a foreign route's lock": [
        () => lockRoutes(s.context(), { ...lock(), routeIds: [s.routeIds[0]!, other.routeIds[0]!] }),
        { code: "not-found" },
      ],
      "a foreign stop's lock": [
        () => lockStops(s.context(), { ...lock(), visitIds: [other.visitIds[0]!], lockedToDriver: true }),
        { code: "not-found" },
      ],
      "a foreign undo": [() => undoEdit(s.context(), { ...lock(), planId: other.planId }), { code: "not-found" }],
    });
  });

  test("changes what is under way or done", async () => {
    const s = await planScenario(spots);
    const move = moves(s);
    await move({ visitIds: s.visitIds.slice(0, 2) });
    const sql = s.tenant.database.raw;
    await sql`update route set status = 'finished' where id = ${s.routeIds[0]!}`;
    const started = { code: "refused", details: { reason: "route-finished", routeNumber: 1 } };
    const to = { kind: "best", routeId: s.routeIds[1] };
    await refuseAll(s, {
      "onto a finished route": [() => move({ visitIds: [s.visitIds[2]!] }), started],
      "off a finished route": [() => move({ to }), started],
      "into the pool from it": [() => move({ to: { kind: "pool" } }), started],
      "an undo of it": [() => undoEdit(s.context(), { planId: s.planId, mutationId: s.mutationId() }), started],
    });
    await sql`update route set status = 'planned' where id = ${s.routeIds[0]!}`;
    await sql`update delivery set status = 'enroute' where id = ${s.deliveryIds[0]!}`;
    await refuseAll(s, {
      "a stop under way": [() => move({ to }), { code: "refused", details: { reason: "visit-closed" } }],
      "its undo": [
        () => undoEdit(s.context(), { planId: s.planId, mutationId: s.mutationId() }),
        { code: "refused", details: { reason: "visit-closed" } },
      ],
    });
  });

  test("changes a sent route without having been confirmed, or confirmed for another version", async () => {
    const s = await planScenario(spots);
    const move = moves(s);
    await move({ visitIds: s.visitIds.slice(0, 2) });
    await s.tenant.database.raw`update route set status = 'dispatched' where id = ${s.routeIds[0]!}`;
    await s.tenant.database
      .raw`update delivery set status = 'assigned' where id = any(${s.deliveryIds.slice(0, 2)}::uuid[])`;
    const { version } = (await s.board()).routes[0]!;
    const to = { kind: "best", routeId: s.routeIds[1] };
    const confirm = (of: number) => ({ confirmed: [{ routeId: s.routeIds[0], version: of }] });
    const unconfirmed = { code: "refused", details: { reason: "needs-confirmation", routeNumbers: [1] } };
    await refuseAll(s, {
      "off it": [() => move({ to }), unconfirmed],
      "onto it": [() => move({ visitIds: [s.visitIds[2]!] }), unconfirmed],
      "another version": [
        () => move({ to, ...confirm(version - 1) }),
        { code: "stale", details: { reason: "changed-since-preview" } },
      ],
      "an undo of it": [() => undoEdit(s.context(), { planId: s.planId, mutationId: s.mutationId() }), unconfirmed],
    });
    await move({ to, ...confirm(version) });
    expect(await s.sequences()).toEqual(["1", "0"]);
  });

  test("rests on what is no longer so", async () => {
    const s = await planScenario(spots);
    const [mine, theirs] = [moves(s), moves(s, colleague(s))];
    const [a] = s.routeIds;
    await mine({ visitIds: s.visitIds.slice(0, 3) });
    const seenVersion = (await s.board()).routes[0]!.version;
    await theirs({ to: { kind: "position", routeId: a, afterVisitId: s.visitIds[2] } });
    const seen = [{ visitId: s.visitIds[0]!, routeId: a! }];
    const seenRoutes = [{ routeId: a!, version: seenVersion }];
    const to = { kind: "best", routeId: s.routeIds[1] };
    const byOther = {
      code: "stale",
      details: { conflicts: [{ visitId: s.visitIds[0], routeNumber: 1, changedBy: "Cole League", isOwn: false }] },
    };
    await refuseAll(s, {
      "a stop that somebody has re-ordered since": [() => mine({ to, seen, seenRoutes }), byOther],
      "a stop that is not where it was seen": [
        () => mine({ to, seen: [{ visitId: s.visitIds[0], routeId: null }] }),
        byOther,
      ],
      "a lock of a stop that is elsewhere": [
        () =>
          lockStops(s.context(), {
            planId: s.planId,
            mutationId: s.mutationId(),
            visitIds: [s.visitIds[0]!],
            lockedToDriver: true,
            seen: [{ visitId: s.visitIds[0]!, routeId: s.routeIds[1]! }],
          }),
        { code: "stale" },
      ],
    });
    // Its neighbours, which only made room, may still be taken with the old version in mind.
    const neighbour = s.visitIds[1]!;
    await mine({ visitIds: [neighbour], to, seen: [{ visitId: neighbour, routeId: a! }], seenRoutes });
    expect(await s.sequences()).toEqual(["2 0", "1"]);
  });

  test("is no edit at all", async () => {
    const s = await planScenario(spots);
    const move = moves(s);
    const caller = createCaller({ services: s.context(), live: silentLive(s.tenant.systemContext) })
      .plan as never as Record<string, (input: unknown) => Promise<unknown>>;
    const invalid = { code: "invalid" };
    const many = Array.from({ length: 10_001 }, () => s.tenant.newId());
    const wire = async (input: object) => {
      const error = await caller.moveStops!({
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[0]],
        to: { kind: "pool" },
        ...input,
      }).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(TRPCError);
      throw { code: (error as TRPCError).code };
    };
    await refuseAll(s, {
      "a stop twice": [() => move({ visitIds: [s.visitIds[0], s.visitIds[0]] }), invalid],
      "no stop": [() => move({ visitIds: [] }), invalid],
      "10,001 stops": [() => move({ visitIds: many }), invalid],
      "10,000 unknown stops": [() => move({ visitIds: many.slice(1) }), { details: { reason: "visit-not-found" } }],
      "a target of no kind": [() => move({ to: { kind: "sideways" } }), invalid],
      "a target without a route": [() => move({ to: { kind: "best" } }), invalid],
      "an id that is none": [() => move({ visitIds: ["1 or true"] }), invalid],
      "a name too short": [() => move({ mutationId: "x" }), invalid],
      "a version that is none": [() => move({ seenRoutes: [{ routeId: s.routeIds[0], version: -1 }] }), invalid],
      "over the wire: a target of no kind": [() => wire({ to: { kind: "sideways" } }), { code: "BAD_REQUEST" }],
      "over the wire: a stop twice": [
        () => wire({ visitIds: [s.visitIds[0], s.visitIds[0]] }),
        { code: "BAD_REQUEST" },
      ],
      "over the wire: an unknown stop": [() => wire({ visitIds: [many[0]] }), { code: "UNPROCESSABLE_CONTENT" }],
      "over the wire: nothing": [() => wire({ visitIds: undefined, to: null }), { code: "BAD_REQUEST" }],
    });
  });

  test("takes another edit's name; the same edit under it answers as the first time", async () => {
    const s = await planScenario(spots);
    const move = moves(s);
    const first = { mutationId: "the-one-name" };
    const done = await move(first);
    const turn = { planId: s.planId, mutationId: "the-other-name" };
    await move({ visitIds: [s.visitIds[1]!] });
    const undone = await undoEdit(s.context(), turn);
    const reused = { code: "conflict", details: { reason: "mutation-reused" } };
    await refuseAll(s, {
      "another move": [() => move({ ...first, visitIds: [s.visitIds[2]!] }), reused],
      "an undo under a move's name": [() => undoEdit(s.context(), { ...turn, ...first }), reused],
      "a lock": [
        () => lockRoutes(s.context(), { planId: s.planId, ...first, routeIds: [s.routeIds[0]!], locked: true }),
        reused,
      ],
      "a move under an undo's name": [() => move(turn), reused],
    });
    const before = await tenantFingerprint(s.tenant);
    expect(await move(first)).toMatchObject({ isRepeated: true, edit: done.edit });
    expect(await undoEdit(s.context(), turn)).toMatchObject({ isRepeated: true, edit: undone.edit });
    expect(await tenantFingerprint(s.tenant)).toBe(before);
    await redoEdit(s.context(), { planId: s.planId, mutationId: s.mutationId() });
    expect(await undoEdit(s.context(), turn), "even after another turn").toMatchObject({ isRepeated: true });
    expect(await s.sequences()).toEqual(["1 0", ""]);
  });
});

test("an overload is allowed, and named before the drop and on the stop after it", async () => {
  const s = await planScenario([{ at: [1, 1], loads: [2_000_000, 0, 1, 0] }]);
  const board = await s.board();
  const intent = { visitIds: [s.visitIds[0]!], to: { kind: "best" as const, routeId: s.routeIds[0]! } };
  const preview = evaluateMove(board, intent, boardLegs(board));
  const overload = { rule: "capacity", dimension: 0, over: 1_000_000 };
  expect(preview).toMatchObject({ ok: true, newBreaks: [{ rule: overload }] });
  const { patch } = await moves(s)(intent);
  expect(patch.routes[0]!.schedule.stops[0]!.breaks).toMatchObject([overload]);
});
