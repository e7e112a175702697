import { expect, it } from "vitest";
import { applySequences } from "@/server/domain/plan/apply-board-patch";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { moveStops } from "@/server/domain/plan/move-stops";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import type { BoardIntent } from "./board-intent";
import { IntentQueue } from "./intent-queue";

function move(mutationId: string, visitId: string, routeId: string): BoardIntent {
  return {
    kind: "move",
    mutationId,
    move: { visitIds: [visitId], to: { kind: "best", routeId } },
    seen: [],
    seenRoutes: [],
  };
}

/** A server that answers when told to, by the same rule, in the order in which it is asked. */
function heldServer(start: PlanBoard) {
  let board = start;
  const calls: { mutationId: string; answer: () => void; refuse: (error: Error) => void }[] = [];
  const send = (intent: BoardIntent) =>
    new Promise<PlanEditResult>((resolve, reject) => {
      const answer = () => {
        if (intent.kind !== "move") throw new Error("only moves here");
        const legs = boardLegs(board);
        const outcome = moveStops(board, intent.move, legs);
        if (!outcome.ok) throw new Error(outcome.refusal.reason);
        const version = board.plan.version + 1;
        board = applySequences(board, outcome.sequences, legs);
        board = { ...board, plan: { ...board.plan, version } };
        const changed = new Set(outcome.sequences.map((sequence) => sequence.routeId));
        const routes = board.routes.filter((route) => changed.has(route.id)).map((route) => ({ ...route, version }));
        const patch = {
          planVersion: version,
          planStatus: "draft" as const,
          routes,
          removedRouteIds: [],
          visits: [],
          removedVisitIds: [],
        };
        resolve({ mutationId: intent.mutationId, patch, shapes: [], edit: null, isRepeated: false });
      };
      calls.push({ mutationId: intent.mutationId, answer, refuse: reject });
    });
  return { send, calls };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("sends moves of the same route one after the other and moves of other routes at once", async () => {
  const start = makeBoard({ routes: 4 });
  const server = heldServer(start);
  const queue = new IntentQueue(start, { send: server.send, onRefused: () => {} });
  queue.submit(move("a", "v-1-1", "route-2"));
  queue.submit(move("b", "v-2-1", "route-1"));
  queue.submit(move("c", "v-3-1", "route-4"));
  expect(server.calls.map((call) => call.mutationId)).toEqual(["a", "c"]);
  expect(stopPlaces(queue.view().board).get("v-2-1")?.route.id).toBe("route-1");
  server.calls[0]!.answer();
  await turn();
  expect(server.calls.map((call) => call.mutationId)).toEqual(["a", "c", "b"]);
});

it("keeps the mark of a guess on a route until its last move is answered", async () => {
  const start = makeBoard();
  const server = heldServer(start);
  const queue = new IntentQueue(start, { send: server.send, onRefused: () => {} });
  queue.submit(move("a", "v-1-1", "route-2"));
  expect([...queue.view().pendingRouteIds].sort()).toEqual(["route-1", "route-2"]);
  server.calls[0]!.answer();
  await queue.whenIdle();
  expect(queue.view().pendingRouteIds.size).toBe(0);
  expect(stopPlaces(queue.view().board).get("v-1-1")?.route.id).toBe("route-2");
});

it("takes a refused move off the board and leaves the others on it", async () => {
  const start = makeBoard({ routes: 4 });
  const server = heldServer(start);
  const refused: string[] = [];
  const queue = new IntentQueue(start, { send: server.send, onRefused: (intent) => refused.push(intent.mutationId) });
  queue.submit(move("a", "v-1-1", "route-2"));
  queue.submit(move("c", "v-3-1", "route-4"));
  server.calls[0]!.refuse(new Error("no"));
  await turn();
  expect(refused).toEqual(["a"]);
  expect(stopPlaces(queue.view().board).get("v-1-1")?.route.id).toBe("route-1");
  expect(stopPlaces(queue.view().board).get("v-3-1")?.route.id).toBe("route-4");
});

it("says at once what the rules refuse, and asks no server", () => {
  const start = makeBoard();
  const server = heldServer(start);
  const queue = new IntentQueue(start, { send: server.send, onRefused: () => {} });
  expect(queue.submit(move("a", "v-1-1", "nowhere"))).toMatchObject({ reason: "route-not-found" });
  expect(server.calls).toHaveLength(0);
});

it("leaves out a reading of the board that is older than an answer", async () => {
  const start = makeBoard();
  const server = heldServer(start);
  const queue = new IntentQueue(start, { send: server.send, onRefused: () => {} });
  queue.submit(move("a", "v-1-1", "route-2"));
  server.calls[0]!.answer();
  await queue.whenIdle();
  queue.replaceTruth({ ...start });
  expect(stopPlaces(queue.view().board).get("v-1-1")?.route.id).toBe("route-2");
  expect(queue.isOwn("a")).toBe(true);
  expect(queue.isOwn("theirs")).toBe(false);
});

it("takes what was built upon a refused move off the board with it, and nothing else", async () => {
  const start = makeBoard({ routes: 4 });
  const server = heldServer(start);
  const refused: [string, string[]][] = [];
  const queue = new IntentQueue(start, {
    send: server.send,
    onRefused: (intent, _error, dependents) =>
      refused.push([intent.mutationId, dependents.map((each) => each.mutationId)]),
  });
  queue.submit(move("a", "v-1-1", "route-2"));
  queue.submit(move("b", "v-1-1", "route-3"));
  queue.submit(move("c", "v-2-1", "route-3"));
  expect(stopPlaces(queue.view().board).get("v-1-1")?.route.id).toBe("route-3");
  server.calls[0]!.refuse(new Error("no"));
  await turn();
  expect(refused).toEqual([["a", ["b"]]]);
  const places = stopPlaces(queue.view().board);
  expect([places.get("v-1-1")?.route.id, places.get("v-2-1")?.route.id]).toEqual(["route-1", "route-3"]);
  expect(server.calls.map((call) => call.mutationId)).toEqual(["a", "c"]);
});

it("counts the other half of a pair as moved along", async () => {
  const start = withPair(makeBoard({ routes: 4 }), "v-1-1", "v-1-2");
  const server = heldServer(start);
  const lost: string[] = [];
  const queue = new IntentQueue(start, {
    send: server.send,
    onRefused: (_intent, _error, dependents) => lost.push(...dependents.map((each) => each.mutationId)),
  });
  queue.submit(move("a", "v-1-1", "route-2"));
  queue.submit(move("b", "v-1-2", "route-3"));
  server.calls[0]!.refuse(new Error("no"));
  await turn();
  expect(lost).toEqual(["b"]);
  expect(stopPlaces(queue.view().board).get("v-1-2")?.route.id).toBe("route-1");
});

it("asks in turn: after what was asked before, before what is asked after, painting goes on", async () => {
  const start = makeBoard({ routes: 4 });
  const server = heldServer(start);
  const queue = new IntentQueue(start, { send: server.send, onRefused: () => {} });
  queue.submit(move("a", "v-1-1", "route-2"));
  const asked: string[] = [];
  let answer = (_result: PlanEditResult) => {};
  const undone = queue.inTurn(() => {
    asked.push("undo");
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  queue.submit(move("b", "v-3-1", "route-4"));
  expect(stopPlaces(queue.view().board).get("v-3-1")?.route.id).toBe("route-4");
  expect([asked, server.calls.map((call) => call.mutationId)]).toEqual([[], ["a"]]);
  server.calls[0]!.answer();
  await turn();
  expect([asked, server.calls.map((call) => call.mutationId)]).toEqual([["undo"], ["a"]]);
  const patch = {
    planVersion: 3,
    planStatus: "draft" as const,
    routes: start.routes.slice(0, 2).map((route) => ({ ...route, version: 9 })),
    removedRouteIds: [],
    visits: [],
    removedVisitIds: [],
  };
  answer({ mutationId: "undo", patch, shapes: [], edit: null, isRepeated: false });
  await undone;
  expect(stopPlaces(queue.view().board).get("v-1-1")?.route.id).toBe("route-1");
  expect(server.calls.map((call) => call.mutationId)).toEqual(["a", "b"]);
});

it("goes on after a refused question, which is its asker's to report", async () => {
  const start = makeBoard();
  const server = heldServer(start);
  const refused: string[] = [];
  const queue = new IntentQueue(start, { send: server.send, onRefused: (intent) => refused.push(intent.mutationId) });
  const asked = queue.inTurn(() => Promise.reject(new Error("nothing to undo")));
  queue.submit(move("b", "v-1-1", "route-2"));
  await expect(asked).rejects.toThrow("nothing to undo");
  expect(refused).toEqual([]);
  expect(server.calls.map((call) => call.mutationId)).toEqual(["b"]);
});

it("times a route whole: under a move that is not answered no time of the old sequence is left", () => {
  const start = makeBoard();
  const server = heldServer(start);
  const queue = new IntentQueue(start, { send: server.send, onRefused: () => {} });
  queue.submit(move("a", "v-1-1", "route-2"));
  const { board, pendingRouteIds } = queue.view();
  for (const routeId of pendingRouteIds) {
    const route = board.routes.find((each) => each.id === routeId)!;
    expect(route.schedule.stops).toHaveLength(route.stops.length);
    const known = [...start.routes, ...board.routes].filter((each) => each.id === routeId);
    expect(known[1]!.schedule).not.toBe(known[0]!.schedule);
  }
  expect(pendingRouteIds.size).toBe(2);
});

function withPair(board: PlanBoard, pickup: string, dropoff: string): PlanBoard {
  const visits = new Map(board.visits);
  visits.set(pickup, { ...visits.get(pickup)!, role: "pickup", pairKey: "pair", pairRole: "pickup" });
  visits.set(dropoff, { ...visits.get(dropoff)!, pairKey: "pair", pairRole: "dropoff" });
  return { ...board, visits };
}
