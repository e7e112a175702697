import fc from "fast-check";
import { expect, test } from "vitest";
import { type PlanBoard, pairPartners, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { listEdits } from "./list-edits";
import { lockRoutes } from "./lock-routes";
import { moveStops } from "./move-stops";
import { redoEdit } from "./redo-edit";
import { undoEdit } from "./undo-edit";

const spots = [1, 2, 3, 4, 5, 6].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));
const withPairs = [...spots, { at: [5, 5] as const, pickupAt: [2, 2] as const }];

function colleague(s: PlanScenario): ServiceContext {
  const mine = s.context("dispatcher");
  return { ...mine, actor: { ...mine.actor, id: s.tenant.newId(), label: "Cole League" } };
}

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      visits: fc.uniqueArray(fc.nat(withPairs.length - 1), { minLength: 1, maxLength: 3 }),
      /** The pool is none. */
      route: fc.option(fc.nat(1), { freq: 4 }),
      after: fc.option(fc.nat(withPairs.length - 1)),
      isBest: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("turn" as const), isUndo: fc.boolean(), asNew: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("lock" as const), route: fc.nat(1), locked: fc.boolean() }) },
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What one asks while looking at a board that may be old by the time it arrives. */
function ask(s: PlanScenario, context: ServiceContext, seen: PlanBoard, step: Act) {
  const head = { planId: s.planId, mutationId: s.mutationId() };
  if (step.kind === "turn") {
    return (step.isUndo ? undoEdit : redoEdit)(context, { ...head, asNewChange: step.asNew });
  }
  if (step.kind === "lock") {
    return lockRoutes(context, { ...head, routeIds: [s.routeIds[step.route]!], locked: step.locked });
  }
  const visitIds = step.visits.map((visit) => s.visitIds[visit]!);
  const places = stopPlaces(seen);
  const routeId = step.route === null ? null : s.routeIds[step.route]!;
  const anchor = step.after === null ? null : s.visitIds[step.after]!;
  const afterVisitId = anchor && places.get(anchor)?.route.id === routeId ? anchor : null;
  return moveStops(context, {
    ...head,
    visitIds,
    to:
      routeId === null
        ? { kind: "pool" }
        : step.isBest
          ? { kind: "best", routeId }
          : { kind: "position", routeId, afterVisitId },
    seen: visitIds.map((visitId) => ({ visitId, routeId: places.get(visitId)?.route.id ?? null })),
    seenRoutes: seen.routes.map((route) => ({ routeId: route.id, version: route.version })),
  });
}

test("two people at once, over two connections: each delivery in one place, pairs together, statuses true", async () => {
  let refused = 0;
  let done = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(act, act), { minLength: 3, maxLength: 6 }), async (rounds) => {
      const s = await planScenario(withPairs);
      const people = [s.context("dispatcher"), colleague(s)] as const;
      for (const round of rounds) {
        const seen = await s.board();
        const results = await Promise.allSettled(round.map((step, person) => ask(s, people[person]!, seen, step)));
        for (const result of results) {
          if (result.status === "fulfilled") done++;
          else {
            expect(result.reason).toBeInstanceOf(ServiceError);
            expect(["stale", "refused"]).toContain((result.reason as ServiceError).code);
            refused++;
          }
        }
        await expectWhole(s);
      }
    }),
    { numRuns: 8 },
  );
  // Otherwise nothing was tried.
  expect(done).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(5);
});

test("a hundred steps and more are taken back and done again, also by a board opened anew", async () => {
  const s = await planScenario(spots.slice(0, 2));
  const context = s.context("dispatcher");
  const head = () => ({ planId: s.planId, mutationId: s.mutationId() });
  const STEPS = 110;
  for (let step = 0; step < STEPS; step++) {
    const routeId = s.routeIds[step % 2]!;
    await moveStops(context, { ...head(), visitIds: [s.visitIds[0]!], to: { kind: "best", routeId } });
  }
  for (let step = 0; step < STEPS; step++) {
    const { undo } = await listEdits(context, { planId: s.planId, limit: 1 });
    expect(undo?.label).toMatch(step === STEPS - 1 ? /^Plan T-0 on 1$/ : /^Move T-0 [12]→[12]$/);
    await undoEdit(context, { ...head(), editId: undo!.id });
  }
  expect(await s.sequences()).toEqual(["", ""]);
  for (let step = 0; step < STEPS; step++) await redoEdit(context, head());
  expect(await s.sequences()).toEqual(["", "0"]);
});

async function expectWhole(s: PlanScenario): Promise<void> {
  const board = await s.board();
  const all = [...s.visitIds, ...s.pickupIds.flatMap((id) => id ?? [])];
  expect([...board.routes.flatMap(routeVisitIds), ...board.pool].toSorted()).toEqual(all.toSorted());
  const places = stopPlaces(board);
  for (const [visitId, partner] of pairPartners(board)) {
    if (board.visits.get(visitId)!.pairRole !== "pickup") continue;
    const [first, second] = [places.get(visitId), places.get(partner)];
    expect(first?.route.id).toBe(second?.route.id);
    if (first && second) expect(first.index).toBeLessThan(second.index);
  }
  for (const visit of board.visits.values()) {
    expect(visit.status).toBe(places.has(visit.id) ? "scheduled" : "requested");
  }
  const positions = await s.tenant.database.raw<{ gaps: number }[]>`
    select count(*)::int as gaps from (
      select route_id from stop where plan_id = ${s.planId} group by route_id having max(position) + 1 <> count(*)
    ) broken`;
  expect(positions[0]!.gaps).toBe(0);
}
