import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DriverOp } from "./driver-op";
import { foldOps } from "./fold-ops";
import { mergeOps } from "./merge-ops";

const NOON = Date.parse("2026-06-10T10:00:00Z");
const VISITS = [1, 2, 3, 4].map((n) => `00000000-0000-8000-8000-00000000000${n}`);
const ROUTE = "00000000-0000-8000-8000-0000000000aa";
const idOf = (n: number) => `00000000-0000-8000-8000-${(n + 1).toString(16).padStart(12, "0")}`;

const visitId = fc.constantFrom(...VISITS);
const parts = fc.oneof(
  fc
    .constantFrom(
      ...(["accept", "check-in", "start-route", "break-start", "break-end", "finish-route", "check-out"] as const),
    )
    .map((type) => ({ type })),
  fc.constant({ type: "decline", reason: "sick" }),
  fc.record({ type: fc.constantFrom("depart", "arrive"), visitId }),
  fc.record({
    type: fc.constant("complete"),
    visitIds: fc.uniqueArray(visitId, { minLength: 1, maxLength: 3 }),
    outcome: fc.constantFrom("delivered", "partial", "failed", "attempted"),
    reason: fc.constant("nobody-home"),
  }),
);
/** A day's acts as a device makes them: the clock may stand still between two, the count grows. */
const day = fc.array(fc.tuple(parts, fc.integer({ min: 0, max: 3 })), { maxLength: 40 }).map((acts) => {
  let minute = 0;
  return acts.map(([act, pause], index) => {
    minute += pause;
    return { ...act, opId: idOf(index), deviceSeq: index, occurredAt: new Date(NOON + minute * 60_000).toISOString() };
  });
});

/** Batches as a bad line delivers them: shuffled, some repeated, cut anywhere. */
const delivered = day.chain((acts) =>
  fc
    .tuple(
      fc.shuffledSubarray(acts, { minLength: acts.length }),
      fc.array(fc.integer({ min: 0, max: Math.max(0, acts.length - 1) }), { maxLength: 10 }),
      fc.integer({ min: 1, max: 7 }),
    )
    .map(([shuffled, again, size]) => {
      const stream = acts.length === 0 ? [] : [...shuffled, ...again.map((index) => acts[index]!)];
      const batches: unknown[][] = [];
      for (let from = 0; from < stream.length; from += size) batches.push(stream.slice(from, from + size));
      return { acts, batches };
    }),
);

function receive(batches: readonly (readonly unknown[])[]) {
  let ops: readonly DriverOp[] = [];
  const named = new Map<string, { id: string; routeId: string; rejection: null }>();
  const verdicts = [];
  for (const batch of batches) {
    const merged = mergeOps(
      batch,
      { routeId: ROUTE, ops, named: [...named.values()] },
      {
        visitIds: new Set(VISITS),
        cancelledVisitIds: new Set(),
        tasksOf: new Map(),
        receivedAtMs: NOON + 24 * 3600_000,
        skewMs: 500,
      },
    );
    verdicts.push(...merged.judged);
    ops = merged.ops;
    for (const { opId } of merged.judged) named.set(opId, { id: opId, routeId: ROUTE, rejection: null });
  }
  return { run: foldOps(ops), verdicts, ops };
}

const comparable = (run: ReturnType<typeof foldOps>) => ({
  ...run,
  stops: [...run.stops].sort(([a], [b]) => (a < b ? -1 : 1)),
});

describe("a driver's acts", () => {
  test("any order, repetition and delay of them end in the same state", () => {
    fc.assert(
      fc.property(delivered, ({ acts, batches }) => {
        const straight = receive([acts]);
        const astray = receive(batches);
        expect(comparable(astray.run)).toEqual(comparable(straight.run));
      }),
      { numRuns: 500 },
    );
  });

  test("each gets one answer, and every one that is no duplicate is kept", () => {
    fc.assert(
      fc.property(delivered, ({ acts, batches }) => {
        const { verdicts, ops } = receive(batches);
        expect(verdicts).toHaveLength(batches.flat().length);
        expect(new Set(ops.map(({ opId }) => opId))).toEqual(new Set(acts.map(({ opId }) => opId)));
        expect(verdicts.filter(({ verdict }) => verdict.verdict === "duplicate")).toHaveLength(
          batches.flat().length - acts.length,
        );
      }),
      { numRuns: 300 },
    );
  });

  test("an outcome never goes back to an open state, nor to one the device gave earlier", () => {
    fc.assert(
      fc.property(delivered, ({ batches }) => {
        let last = new Map<string, number>();
        for (let count = 1; count <= batches.length; count++) {
          const { run } = receive(batches.slice(0, count));
          const now = new Map(
            [...run.stops.values()].flatMap(({ visitId, completion }) =>
              completion ? [[visitId, completion.atMs] as const] : [],
            ),
          );
          for (const [visit, atMs] of last)
            expect(now.get(visit) ?? Number.NEGATIVE_INFINITY).toBeGreaterThanOrEqual(atMs);
          last = now;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("single acts", () => {
  const at = (minute: number) => new Date(NOON + minute * 60_000).toISOString();
  const base = (n: number, minute: number) => ({ opId: idOf(n), deviceSeq: n, occurredAt: at(minute) });
  const [visit] = VISITS as [string];

  test("a driver puts a mistake right: the later outcome counts, also when it comes first", () => {
    const failed = { ...base(1, 10), type: "complete", visitIds: [visit], outcome: "failed", reason: "refused" };
    const delivered = { ...base(2, 12), type: "complete", visitIds: [visit], outcome: "delivered" };
    for (const batches of [
      [[failed], [delivered]],
      [[delivered], [failed]],
    ]) {
      expect(receive(batches).run.stops.get(visit)?.status).toBe("delivered");
    }
    const { verdicts } = receive([[delivered], [failed]]);
    expect(verdicts.map(({ verdict }) => verdict.verdict)).toEqual(["applied", "superseded"]);
  });

  test("what cannot be read, is for another stop or happens tomorrow is refused alone, with the reason", () => {
    const good = { ...base(1, 1), type: "arrive", visitId: visit };
    const foreign = { ...base(2, 2), type: "arrive", visitId: idOf(4000) };
    const late = { ...base(3, 60 * 24 * 3), type: "arrive", visitId: visit };
    const broken = { ...base(4, 3), type: "complete", visitIds: [visit], outcome: "failed" };
    const { verdicts, ops } = receive([[good, foreign, late, broken, null, "x"]]);
    expect(verdicts.map(({ verdict }) => ("reason" in verdict ? verdict.reason : verdict.verdict))).toEqual([
      "applied",
      "not-on-route",
      "in-the-future",
      "malformed",
      "malformed",
      "malformed",
    ]);
    expect(ops).toHaveLength(1);
    expect(verdicts[3]?.message).toBe("reason: is missing");
  });

  test("a stop whose order was cancelled is refused as that; not where another of the same act is nobody's", () => {
    const [cancelled, foreign] = [idOf(4001), idOf(4000)];
    const ending = (n: number, visitIds: readonly string[]) => ({
      ...base(n, n),
      type: "complete",
      visitIds,
      outcome: "delivered",
    });
    const { judged } = mergeOps(
      [ending(1, [cancelled]), ending(2, [visit, cancelled]), ending(3, [cancelled, foreign]), ending(4, [visit])],
      { routeId: ROUTE, ops: [], named: [] },
      {
        visitIds: new Set(VISITS),
        cancelledVisitIds: new Set([cancelled]),
        tasksOf: new Map(),
        receivedAtMs: NOON + 3600_000,
        skewMs: 0,
      },
    );
    expect(judged.map(({ verdict }) => ("reason" in verdict ? verdict.reason : verdict.verdict))).toEqual([
      "order-cancelled",
      "order-cancelled",
      "not-on-route",
      "applied",
    ]);
  });

  test("a clock that is off is put right by what it is off", () => {
    const act = { ...base(1, 60 * 24 * 3), type: "arrive", visitId: visit };
    const { judged } = mergeOps(
      [act],
      { routeId: ROUTE, ops: [], named: [] },
      {
        visitIds: new Set(VISITS),
        cancelledVisitIds: new Set(),
        tasksOf: new Map(),
        receivedAtMs: NOON + 60_000,
        skewMs: -3 * 24 * 3600_000,
      },
    );
    expect(judged[0]).toMatchObject({ verdict: { verdict: "applied" }, act: { occurredAt: new Date(NOON) } });
  });

  test("several parcels at one door are ended in one go; a forgotten start and a break count", () => {
    const { run } = receive([
      [
        { ...base(1, 5), type: "break-start" },
        { ...base(2, 20), type: "break-end" },
        { ...base(3, 30), type: "complete", visitIds: VISITS.slice(0, 3), outcome: "delivered" },
      ],
    ]);
    expect([...run.stops.values()].map(({ status }) => status)).toEqual(["delivered", "delivered", "delivered"]);
    expect(run.startedAtMs).toBe(NOON + 30 * 60_000);
    expect(run.breaks).toEqual([{ fromMs: NOON + 5 * 60_000, toMs: NOON + 20 * 60_000 }]);
  });
});
