import { cpus, totalmem } from "node:os";
import { boardLegs } from "@/server/domain/plan/board-legs";
import { evaluateInsertion, evaluateMove } from "@/server/domain/plan/evaluate-insertion";
import { type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import { evaluateRetiming } from "@/server/domain/plan/what-if/evaluate-retiming";
import { evaluateSwap } from "@/server/domain/plan/what-if/evaluate-swap";
import { findBestInsertions } from "@/server/domain/plan/what-if/find-best-insertions";
import { env } from "./env";
import { sampleBoard } from "./sample-board";

/**
 * `npm run bench:whatif`: what asking "what if" costs on a day of 5,000 stops on 40 routes, one question at a time, with
 * the routes' caches at hand but for the rows that say otherwise. The last line is one JSON object.
 */
const SIZE = { stops: 5000, routes: 40, pool: 200 };
const ROUNDS = 300;

type Question = (board: PlanBoard, round: number) => unknown;

const board = sampleBoard(env.samplesDir, SIZE);
const late = sampleBoard(env.samplesDir, SIZE, { isLate: true });
const paired = withPairs(board);
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
console.log(`${machine}; ${board.visits.size - board.pool.length} stops on ${board.routes.length} routes`);

const results: Record<string, { p50: number; p95: number }> = {};
measure("best insertion over all routes", board, (day, round) => best(day, [poolVisit(day, round)]));
measure("… of a pickup with its drop-off", paired, (day, round) => best(day, [poolVisit(day, round * 2)]));
measure("… of ten stops together", board, (day, round) => best(day, poolVisits(day, round, 10)));
measure("… on a day that is late already", late, (day, round) => best(day, [poolVisit(day, round)]));
measure("… with no route looked at before", board, (day, round) => best(renewed(day), [poolVisit(day, round)]));
measure("best position on one route", board, (day, round) => {
  evaluateInsertion(day, [poolVisit(day, round)], routeAt(day, round), "best", boardLegs(day));
});
measure("exact position", board, (day, round) => {
  const route = routeAt(day, round);
  const afterVisitId = stopAt(day, round, round * 7);
  evaluateInsertion(day, [poolVisit(day, round)], route, { afterVisitId }, boardLegs(day));
});
measure("move from route to route, best position", board, (day, round) => {
  const to = { kind: "best", routeId: routeAt(day, round + 1).id } as const;
  evaluateMove(day, { visitIds: [stopAt(day, round, round * 7)], to }, boardLegs(day));
});
measure("remove", board, (day, round) => {
  evaluateMove(day, { visitIds: [stopAt(day, round, round * 7)], to: { kind: "pool" } }, boardLegs(day));
});
measure("swap two stops", board, (day, round) => {
  evaluateSwap(day, [stopAt(day, round, round * 7), stopAt(day, round + 1, round * 5)], boardLegs(day));
});
measure("another shift", board, (day, round) => {
  evaluateRetiming(day, { kind: "shift", routeId: routeAt(day, round).id, fromSeconds: 25_000 }, boardLegs(day));
});
measure("another service time", board, (day, round) => {
  evaluateRetiming(day, { kind: "visit", visitId: stopAt(day, round, round), serviceSeconds: 900 }, boardLegs(day));
});
console.log(JSON.stringify({ bench: "whatif", machine, ...SIZE, unit: "milliseconds", results }));

function measure(name: string, day: PlanBoard, ask: Question): void {
  for (let round = 0; round < ROUNDS / 5; round++) ask(day, round);
  const took = Array.from({ length: ROUNDS }, (_, round) => {
    const startedAt = performance.now();
    ask(day, round);
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  const at = (share: number) => Math.round(took[Math.floor(share * ROUNDS)]! * 1000) / 1000;
  results[name] = { p50: at(0.5), p95: at(0.95) };
  console.log(
    `${name.padEnd(42)} p50 ${at(0.5).toFixed(2).padStart(7)} ms   p95 ${at(0.95).toFixed(2).padStart(7)} ms`,
  );
}

function best(day: PlanBoard, visitIds: readonly string[]) {
  return findBestInsertions(day, visitIds, boardLegs(day));
}

function routeAt(day: PlanBoard, round: number) {
  return day.routes[round % day.routes.length]!;
}

function stopAt(day: PlanBoard, round: number, place: number): string {
  const visitIds = routeVisitIds(routeAt(day, round));
  return visitIds[place % visitIds.length]!;
}

function poolVisit(day: PlanBoard, round: number): string {
  return day.pool[round % day.pool.length]!;
}

function poolVisits(day: PlanBoard, round: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => poolVisit(day, round * count + index));
}

/** The same day with other objects: nothing prepared for it. */
function renewed(day: PlanBoard): PlanBoard {
  return { ...day, routes: day.routes.map((route) => ({ ...route })) };
}

/** The pool's visits as pickups with drop-offs. */
function withPairs(day: PlanBoard): PlanBoard {
  const visits = new Map(day.visits);
  day.pool.forEach((visitId, index) => {
    const visit = visits.get(visitId)!;
    const pairKey = `pair-${index >> 1}`;
    const half =
      index % 2 === 0 ? { pairRole: "pickup" as const, pickup: visit.deliver } : { pairRole: "dropoff" as const };
    visits.set(visitId, { ...visit, deliver: [0, 0, 0, 0], pairKey, ...half });
  });
  return { ...day, visits };
}
