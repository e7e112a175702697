import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { mergeDraft } from "@/server/domain/plan/merge-draft";
import { moveStops } from "@/server/domain/plan/move-stops";
import { placeConflicts } from "@/server/domain/plan/place-conflicts";
import type { RouteSequence } from "@/server/domain/plan/place-visits";
import { type PlanBoard, pairPartners, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import type { SequenceInverse } from "@/server/domain/plan/plan-edit";
import { turnEdit } from "@/server/domain/plan/turn-edit";
import { makeBoard } from "../testing/make-board";
import type { BoardIntent } from "./board-intent";
import { IntentQueue } from "./intent-queue";

const USERS = [0, 1] as const;
type User = (typeof USERS)[number];

/** Three routes, two pairs on them and one in the pool. */
function pairedDay(): PlanBoard {
  const board = makeBoard({ routes: 3, stopsPerRoute: 4, pool: 4 });
  const visits = new Map(board.visits);
  for (const [pickup, dropoff] of [
    ["v-1-1", "v-1-3"],
    ["v-2-2", "v-2-3"],
    ["p-1", "p-2"],
  ] as const) {
    visits.set(pickup, { ...visits.get(pickup)!, role: "pickup", pairKey: pickup, pairRole: "pickup" });
    visits.set(dropoff, { ...visits.get(dropoff)!, pairKey: pickup, pairRole: "dropoff" });
  }
  return { ...board, visits };
}

interface Edit {
  readonly user: User;
  inverse: SequenceInverse;
  isUndone: boolean;
}

/** The plan as the server holds it, changed by the rules that the services apply, one request after the other. */
class Server {
  private readonly edits: Edit[] = [];
  private readonly moves: {
    readonly routeId: string;
    readonly version: number;
    readonly visitIds: readonly string[];
  }[] = [];
  /** Routes changed by the other one, waiting to be fetched. */
  readonly news: readonly Set<string>[] = USERS.map(() => new Set<string>());
  private snapshot: PlanBoard;

  constructor(public board: PlanBoard) {
    this.snapshot = board;
  }

  perform(user: User, intent: BoardIntent): PlanEditResult {
    if (intent.kind === "lock-route") {
      const routes = this.board.routes.map((route) =>
        route.id === intent.routeId ? { ...route, locked: intent.locked, version: route.version + 1 } : route,
      );
      this.board = { ...this.board, routes };
      return this.answer(user, [intent.routeId]);
    }
    if (intent.kind !== "move") throw new Error("not asked here");
    if (placeConflicts(this.board, intent.seen).length > 0) throw new Error("stale");
    const outcome = moveStops(this.board, intent.move, boardLegs(this.board));
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    if (outcome.sequences.length > 0) {
      this.edits.push({ user, inverse: outcome.inverse, isUndone: false });
    }
    return this.save(user, outcome.sequences, outcome.movedVisitIds);
  }

  turn(user: User, direction: "undo" | "redo", asNewChange: boolean): PlanEditResult {
    const isUndo = direction === "undo";
    const mine = this.edits.filter((edit) => edit.user === user && edit.isUndone !== isUndo);
    const edit = isUndo ? mine.at(-1) : mine[0];
    if (!edit) throw new Error("nothing to turn");
    const outcome = turnEdit(this.board, edit.inverse, boardLegs(this.board), { asNewChange });
    if (!outcome.ok) throw new Error(outcome.refusal.reason);
    edit.inverse = outcome.inverse;
    edit.isUndone = isUndo;
    return this.save(user, outcome.sequences, []);
  }

  /** What the optimizer reads now is what its next draft is made from. */
  readForOptimizer(): void {
    this.snapshot = this.board;
  }

  commit(user: User, turn: number): PlanEditResult {
    const draft = dealtOut(this.snapshot, turn);
    const since = this.moves.filter(
      ({ routeId, version }) => version > (draft.routes.find((route) => route.routeId === routeId)?.baseVersion ?? 1e9),
    );
    const moved = new Set(since.flatMap((each) => each.visitIds));
    const { sequences } = mergeDraft(this.board, draft, moved, boardLegs(this.board));
    const touched = new Set(sequences.map((sequence) => sequence.routeId));
    const before = this.board.routes.filter((route) => touched.has(route.id));
    const routes = before.map((route) => ({ routeId: route.id, visitIds: routeVisitIds(route) }));
    for (const visitId of moved) {
      expect(stopPlaces(applySequences(this.board, sequences, boardLegs(this.board))).get(visitId)?.route.id).toBe(
        stopPlaces(this.board).get(visitId)?.route.id,
      );
    }
    this.edits.push({ user, inverse: { kind: "restore", routes, leftAs: sequences }, isUndone: false });
    return this.save(user, sequences, []);
  }

  private save(user: User, sequences: readonly RouteSequence[], moved: readonly string[]): PlanEditResult {
    const before = this.board;
    const changed = applySequences(before, sequences, boardLegs(before));
    const routeIds = sequences.map((sequence) => sequence.routeId);
    const routes = changed.routes.map((route) =>
      routeIds.includes(route.id) ? { ...route, version: route.version + 1 } : route,
    );
    this.board = { ...changed, routes, plan: { ...changed.plan, version: changed.plan.version + 1 } };
    for (const { routeId, visitIds } of sequences) {
      const old = routeVisitIds(before.routes.find((route) => route.id === routeId)!);
      const visits = [...visitIds.filter((id) => !old.includes(id)), ...old.filter((id) => !visitIds.includes(id))];
      const version = routes.find((route) => route.id === routeId)!.version;
      this.moves.push({ routeId, version, visitIds: [...visits, ...moved.filter((id) => visitIds.includes(id))] });
    }
    return this.answer(user, routeIds);
  }

  private answer(user: User, routeIds: readonly string[]): PlanEditResult {
    for (const routeId of routeIds) this.news[1 - user]!.add(routeId);
    return { mutationId: "", patch: this.read(routeIds), shapes: [], edit: null, isRepeated: false };
  }

  read(routeIds: Iterable<string>) {
    const wanted = new Set(routeIds);
    return {
      planVersion: this.board.plan.version,
      planStatus: "draft" as const,
      routes: this.board.routes.filter((route) => wanted.has(route.id)),
      removedRouteIds: [],
      visits: [],
      removedVisitIds: [],
    };
  }
}

/** All visits dealt to the unlocked routes anew, pairs together. */
function dealtOut(board: PlanBoard, turn: number) {
  const open = board.routes.filter((route) => !route.locked);
  const held = new Set(board.routes.filter((route) => route.locked).flatMap(routeVisitIds));
  const partners = pairPartners(board);
  const groups = [...board.visits.values()]
    .filter((visit) => !held.has(visit.id) && visit.pairRole !== "dropoff")
    .map((visit) => [visit.id, partners.get(visit.id)].filter((id) => id !== undefined));
  const dealt = open.map((): string[] => []);
  groups.forEach((group, index) => {
    dealt[(index * 7 + turn) % Math.max(1, open.length)]?.push(...group);
  });
  return {
    routes: open.map((route, index) => ({
      routeId: route.id,
      baseVersion: route.version,
      visitIds: dealt[index]!,
      legs: [],
    })),
  };
}

/** A dispatcher's browser: questions reach the server, and answers come back, when the test says so. */
class Desk {
  readonly waiting: { reach: () => void }[] = [];
  readonly answered: (() => void)[] = [];
  readonly queue: IntentQueue;
  private made = 0;

  constructor(
    private readonly user: User,
    private readonly server: Server,
  ) {
    this.queue = new IntentQueue(server.board, {
      send: (intent) => this.ask(() => server.perform(user, intent)),
      onRefused: () => {},
    });
  }

  ask(work: () => PlanEditResult): Promise<PlanEditResult> {
    return new Promise((resolve, reject) => {
      const reach = () => {
        try {
          const result = work();
          this.answered.push(() => resolve(result));
        } catch (error) {
          this.answered.push(() => reject(error));
        }
      };
      this.waiting.push({ reach });
    });
  }

  move(visitIds: readonly string[], to: (BoardIntent & { kind: "move" })["move"]["to"]): void {
    const places = stopPlaces(this.queue.view().board);
    const anchors = to.kind === "position" && to.afterVisitId ? [to.afterVisitId] : [];
    const seen = [...visitIds, ...anchors].map((visitId) => ({
      visitId,
      routeId: places.get(visitId)?.route.id ?? null,
    }));
    const mutationId = `${this.user}-${++this.made}`;
    this.queue.submit({ kind: "move", mutationId, move: { visitIds, to }, seen, seenRoutes: [] });
  }

  lock(routeId: string, locked: boolean): void {
    const mutationId = `${this.user}-${++this.made}`;
    this.queue.submit({ kind: "lock-route", mutationId, routeId, locked, seenRoutes: [] });
  }

  inTurn(work: () => PlanEditResult): void {
    this.queue.inTurn(() => this.ask(work)).catch(() => {});
  }

  hear(): void {
    const news = this.server.news[this.user]!;
    if (news.size === 0) return;
    this.queue.applyPatch(this.server.read(news));
    news.clear();
  }
}

const visitIds = [...pairedDay().visits.keys()];
const visit = fc.constantFrom(...visitIds);
const routeId = fc.constantFrom("route-1", "route-2", "route-3");
const target = fc.oneof(
  fc.constant({ kind: "pool" as const }),
  routeId.map((id) => ({ kind: "best" as const, routeId: id })),
  fc.record({ kind: fc.constant("position" as const), routeId, afterVisitId: fc.option(visit) }),
);
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constant("move" as const), fc.uniqueArray(visit, { minLength: 1, maxLength: 5 }), target),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant("lock" as const), routeId, fc.boolean()) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom("undo" as const, "redo" as const), fc.boolean()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("commit" as const), fc.nat(6)) },
  { weight: 1, arbitrary: fc.constant(["optimizer-reads"] as const) },
  { weight: 4, arbitrary: fc.constant(["reach"] as const) },
  { weight: 4, arbitrary: fc.constant(["answer"] as const) },
  { weight: 3, arbitrary: fc.constant(["hear"] as const) },
);

describe("two dispatchers, whatever they do and whenever they hear of it", () => {
  it("show a stop once while the other's later move is heard of before the answer to one's own", async () => {
    const server = new Server(pairedDay());
    const [mine, theirs] = USERS.map((user) => new Desk(user, server)) as [Desk, Desk];
    mine.move(["v-1-2"], { kind: "best", routeId: "route-2" });
    mine.waiting.shift()!.reach();
    theirs.hear();
    theirs.move(["v-1-2"], { kind: "best", routeId: "route-3" });
    theirs.waiting.shift()!.reach();
    mine.hear();
    expectWhole(mine.queue.view().board);
    mine.answered.shift()!();
    await settled();
    expectWhole(mine.queue.view().board);
    expect(stopPlaces(mine.queue.view().board).get("v-1-2")?.route.id).toBe("route-3");
  });

  it("leave every delivery in one place, pairs together in order, and end with the server's day on both desks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...USERS), act), { maxLength: 40 }), async (steps) => {
        const server = new Server(pairedDay());
        const desks = USERS.map((user) => new Desk(user, server));
        for (const [user, step] of steps) {
          const desk = desks[user]!;
          if (step[0] === "move") desk.move(step[1], step[2]);
          else if (step[0] === "lock") desk.lock(step[1], step[2]);
          else if (step[0] === "undo" || step[0] === "redo") desk.inTurn(() => server.turn(user, step[0], step[1]));
          else if (step[0] === "commit") desk.inTurn(() => server.commit(user, step[1]));
          else if (step[0] === "optimizer-reads") server.readForOptimizer();
          else if (step[0] === "reach") desk.waiting.shift()?.reach();
          else if (step[0] === "answer") desk.answered.shift()?.();
          else desk.hear();
          await settled();
          expectWhole(server.board);
          for (const each of desks) expectWhole(each.queue.view().board);
        }
        while (desks.some((desk) => desk.queue.pendingCount > 0)) {
          for (const desk of desks) {
            desk.waiting.shift()?.reach();
            desk.answered.shift()?.();
          }
          await settled();
        }
        for (const desk of desks) {
          desk.hear();
          expect(sequencesOf(desk.queue.view().board)).toEqual(sequencesOf(server.board));
          expect(desk.queue.view().board.pool.toSorted()).toEqual(server.board.pool.toSorted());
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Lets promises come through; a macrotask is behind all of them. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function sequencesOf(board: PlanBoard) {
  return board.routes.map((route) => [route.id, route.locked, ...routeVisitIds(route)]);
}

function expectWhole(board: PlanBoard): void {
  expect([...board.routes.flatMap(routeVisitIds), ...board.pool].toSorted()).toEqual(visitIds.toSorted());
  const places = stopPlaces(board);
  for (const [visitId, partner] of pairPartners(board)) {
    if (board.visits.get(visitId)!.pairRole !== "pickup") continue;
    const [first, second] = [places.get(visitId), places.get(partner)];
    expect(first?.route.id).toBe(second?.route.id);
    if (first && second) expect(first.index).toBeLessThan(second.index);
  }
}
