import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffExceptions, type KnownException, keyOf } from "./diff-exceptions";
import { DEFAULT_EXCEPTION_POLICY as POLICY } from "./exception-policy";
import { isStanding } from "./exception-type";
import { type WantedException, wantExceptions } from "./want-exceptions";
import type { WatchedDay, WatchedOutcome, WatchedRoute } from "./watched-day";

const NOW = Date.parse("2026-06-10T09:00:00Z");
const MINUTE = 60_000;

const route = (over: Partial<WatchedRoute> = {}): WatchedRoute => ({
  routeId: "r1",
  number: 1,
  status: "started",
  driverId: "d1",
  stops: 5,
  plannedStartMs: NOW - 60 * MINUTE,
  link: { status: "accepted", sentAtMs: NOW - 600 * MINUTE, openedAtMs: NOW - 500 * MINUTE, declineReason: null },
  startedAtMs: NOW - 60 * MINUTE,
  isOnBreak: false,
  seen: { recordedAtMs: NOW - MINUTE, batteryPercent: 80 },
  ...over,
});
const day = (over: Partial<WatchedDay> = {}): WatchedDay => ({
  planId: "p1",
  nowMs: NOW,
  routes: [route()],
  arrivals: [],
  outcomes: [],
  acts: [],
  ...over,
});
const never = () => false;
const always = () => true;
const typesOf = (wanted: readonly WantedException[]) => wanted.map(({ type }) => type);
const ask = (over: Partial<WatchedDay>, stands = never) => wantExceptions(day(over), POLICY, stands);

describe("what a day calls for", () => {
  test("a day that goes well calls for nothing", () => {
    expect(ask({})).toEqual([]);
    expect(ask({ routes: [route({ stops: 0, status: "dispatched", startedAtMs: null })] })).toEqual([]);
  });

  test("late: one per route, due when its first promise breaks, graver for much lateness and critical orders", () => {
    const arrival = {
      routeId: "r1",
      visitId: "v1",
      expectedAtMs: NOW + 40 * MINUTE,
      lateSeconds: 660,
      priority: "normal" as const,
    };
    const [late, ...more] = ask({ arrivals: [arrival, { ...arrival, visitId: "v2", lateSeconds: 30 }] });
    expect(more).toEqual([]);
    expect(late).toMatchObject({
      type: "late",
      severity: "medium",
      subjectKey: "route:r1",
      dueAtMs: NOW + 29 * MINUTE,
      details: { routeNumber: 1, minutes: 11, visitIds: ["v1", "v2"] },
    });
    expect(ask({ arrivals: [{ ...arrival, priority: "critical" }] })[0]?.severity).toBe("high");
    expect(ask({ arrivals: [{ ...arrival, lateSeconds: 1800 }] })[0]?.severity).toBe("high");
  });

  test.each([
    [
      "late",
      { arrivals: [{ routeId: "r1", visitId: "v", expectedAtMs: NOW, lateSeconds: 599, priority: "normal" as const }] },
      { arrivals: [{ routeId: "r1", visitId: "v", expectedAtMs: NOW, lateSeconds: 299, priority: "normal" as const }] },
    ],
    [
      "stale-gps",
      { routes: [route({ seen: { recordedAtMs: NOW - 9 * MINUTE, batteryPercent: null } })] },
      { routes: [route({ seen: { recordedAtMs: NOW - 4 * MINUTE, batteryPercent: null } })] },
    ],
    [
      "low-battery",
      { routes: [route({ seen: { recordedAtMs: NOW, batteryPercent: 18 } })] },
      { routes: [route({ seen: { recordedAtMs: NOW, batteryPercent: 21 } })] },
    ],
  ] as const)("%s: between its thresholds what stands goes on standing and nothing begins", (type, between, over) => {
    expect(ask(between, never)).toEqual([]);
    expect(typesOf(ask(between, always))).toEqual([type]);
    expect(ask(over, always)).toEqual([]);
  });

  test("a route that does not start: link first, then the start, which gets graver", () => {
    const waiting = (minutes: number, openedAtMs: number | null) =>
      route({
        status: "dispatched",
        startedAtMs: null,
        seen: null,
        plannedStartMs: NOW - minutes * MINUTE,
        link: { status: "offered", sentAtMs: NOW - 600 * MINUTE, openedAtMs, declineReason: null },
      });
    expect(ask({ routes: [waiting(-31, null)] })).toEqual([]);
    expect(typesOf(ask({ routes: [waiting(-29, null)] }))).toEqual(["link-not-opened"]);
    expect(ask({ routes: [waiting(14, NOW)] })).toEqual([]);
    expect(ask({ routes: [waiting(16, NOW)] })[0]).toMatchObject({ type: "no-start", severity: "high" });
    expect(ask({ routes: [waiting(46, NOW)] })[0]).toMatchObject({ type: "no-start", severity: "critical" });
    const link = { status: "declined" as const, sentAtMs: NOW, openedAtMs: NOW, declineReason: "sick" };
    expect(ask({ routes: [route({ status: "planned", startedAtMs: null, link })] })[0]).toMatchObject({
      type: "declined",
      severity: "critical",
      details: { reason: "sick" },
    });
  });

  test("nobody is looked for during a break", () => {
    const seen = { recordedAtMs: NOW - 60 * MINUTE, batteryPercent: null };
    expect(typesOf(ask({ routes: [route({ seen })] }))).toEqual(["stale-gps"]);
    expect(ask({ routes: [route({ seen, isOnBreak: true })] })).toEqual([]);
  });

  test("doors: failures until somebody decides, proof that is missing, addresses far from where it was handed over", () => {
    const outcome: WatchedOutcome = {
      routeId: "r1",
      visitId: "v1",
      deliveryId: "o1",
      isUndecided: true,
      outcome: "attempted",
      reason: "nobody-home",
      attempts: 1,
      lacksProof: false,
      offMeters: null,
      review: null,
      rating: null,
    };
    expect(ask({ outcomes: [outcome] })[0]).toMatchObject({
      type: "failed-stop",
      severity: "medium",
      details: { attempts: 1, maxAttempts: 3, reason: "nobody-home" },
    });
    expect(ask({ outcomes: [{ ...outcome, attempts: 3 }] })[0]?.severity).toBe("high");
    expect(ask({ outcomes: [{ ...outcome, isUndecided: false }] })).toEqual([]);
    const done = { ...outcome, outcome: "delivered" as const, lacksProof: true, offMeters: 800 };
    expect(typesOf(ask({ outcomes: [done] }))).toEqual(["proof-missing", "geocode-suspicious"]);
  });

  test("what a reviewer found wanting, as the policy has it; what he approved is not missed", () => {
    const done: WatchedOutcome = {
      routeId: "r1",
      visitId: "v1",
      deliveryId: "o1",
      isUndecided: false,
      outcome: "delivered",
      reason: null,
      attempts: 0,
      lacksProof: true,
      offMeters: null,
      review: null,
      rating: null,
    };
    const review = { state: "rejected" as const, note: "Another door", reviewerId: "u1", reviewedBy: "Rita" };
    expect(ask({ outcomes: [{ ...done, review }] })).toMatchObject([
      {
        type: "proof-rejected",
        severity: "high",
        subjectKey: "visit:v1",
        details: { note: "Another door" },
        owner: { id: "u1", name: "Rita" },
      },
      { type: "proof-missing" },
    ]);
    const flagged = { ...done, review: { ...review, state: "flagged" as const, reviewerId: null } };
    expect(ask({ outcomes: [flagged] })[0]).toMatchObject({ type: "proof-flagged", severity: "medium" });
    expect(ask({ outcomes: [flagged] })[0]).not.toHaveProperty("owner");
    const off = { ...POLICY, raiseRejected: false, raiseFlagged: false };
    expect(typesOf(wantExceptions(day({ outcomes: [flagged, { ...done, review }] }), off, () => false))).toEqual([
      "proof-missing",
      "proof-missing",
    ]);
    expect(ask({ outcomes: [{ ...done, review: { ...review, state: "approved" } }] })).toEqual([]);
  });

  test("a customer who was let down, whatever became of the delivery; one who is content is nobody's to see to", () => {
    const done: WatchedOutcome = {
      routeId: "r1",
      visitId: "v1",
      deliveryId: "o1",
      isUndecided: false,
      outcome: "delivered",
      reason: null,
      attempts: 0,
      lacksProof: false,
      offMeters: null,
      review: null,
      rating: { stars: 1, comment: "Left in the rain" },
    };
    expect(ask({ outcomes: [done] })).toMatchObject([
      { type: "low-rating", severity: "medium", deliveryId: "o1", details: { stars: 1, note: "Left in the rain" } },
    ]);
    const failed = { ...done, outcome: "failed" as const, rating: { stars: 2, comment: "" } };
    expect(ask({ outcomes: [failed] })).toMatchObject([{ type: "low-rating", severity: "low", details: { stars: 2 } }]);
    expect(ask({ outcomes: [{ ...done, rating: { stars: 3, comment: "Fine" } }] })).toEqual([]);
  });

  test("what drivers report and what could not be taken, each once", () => {
    const act = {
      opId: "a",
      routeId: "r1",
      visitId: null,
      what: "report" as const,
      kind: "accident",
      reason: null,
      note: "x",
    };
    const refused = { ...act, opId: "b", what: "refused" as const, kind: "complete", reason: "not-on-route" };
    expect(ask({ acts: [act, refused] })).toMatchObject([
      { type: "problem", severity: "critical", details: { kind: "accident", note: "x" } },
      { type: "act-refused", severity: "high", details: { kind: "complete", reason: "not-on-route" } },
    ]);
  });
});

const days = fc
  .record({
    late: fc.array(fc.integer({ min: 0, max: 4000 }), { maxLength: 3 }),
    ageMinutes: fc.integer({ min: 0, max: 40 }),
    battery: fc.integer({ min: 0, max: 100 }),
    status: fc.constantFrom("planned" as const, "dispatched" as const, "started" as const, "finished" as const),
    failed: fc.boolean(),
  })
  .map(({ late, ageMinutes, battery, status, failed }) =>
    day({
      routes: [
        route({
          status,
          startedAtMs: status === "started" ? NOW : null,
          seen: { recordedAtMs: NOW - ageMinutes * MINUTE, batteryPercent: battery },
        }),
      ],
      arrivals: late.map((lateSeconds, index) => ({
        routeId: "r1",
        visitId: `v${index}`,
        expectedAtMs: NOW,
        lateSeconds,
        priority: "normal" as const,
      })),
      outcomes: failed
        ? [
            {
              routeId: "r1",
              visitId: "w",
              deliveryId: "o",
              isUndecided: true,
              outcome: "failed" as const,
              reason: null,
              attempts: 1,
              lacksProof: false,
              offMeters: null,
              review: null,
              rating: null,
            },
          ]
        : [],
    }),
  );

/** One look: what is known afterwards. */
function look(at: WatchedDay, known: readonly KnownException[]) {
  const standing = new Set(known.filter(({ status }) => isStanding(status)).map(keyOf));
  const wanted = wantExceptions(at, POLICY, (type, subjectKey) => standing.has(keyOf({ type, subjectKey })));
  const diff = diffExceptions(wanted, known);
  const gone = new Set(diff.cleared.map(({ id }) => id));
  const fresh = new Map(diff.refreshed.map((each) => [each.id, each]));
  const kept = known.filter(({ id }) => !gone.has(id)).map((each) => ({ ...each, ...fresh.get(each.id) }));
  const raised = diff.raised.map(
    (each): KnownException => ({ ...each, id: keyOf(each), status: "open", dueAtMs: each.dueAtMs ?? NOW }),
  );
  return { diff, known: [...kept, ...raised] };
}

describe("the difference to what stands", () => {
  test("asked again of the same day it is empty, whatever days came before", () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 6 }), (sequence) => {
        let known: readonly KnownException[] = [];
        for (const each of sequence) known = look(each, known).known;
        const { diff } = look(sequence.at(-1)!, known);
        expect([diff.raised, diff.refreshed, diff.cleared]).toEqual([[], [], []]);
        expect(new Set(known.map(keyOf)).size).toBe(known.length);
      }),
    );
  });

  test("lateness that swings about its threshold is raised once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 320, max: 900 }), { minLength: 2, maxLength: 30 }), (swings) => {
        let known: readonly KnownException[] = [];
        let raised = 0;
        for (const lateSeconds of swings) {
          const arrivals = [
            { routeId: "r1", visitId: "v", expectedAtMs: NOW, lateSeconds, priority: "normal" as const },
          ];
          const next = look(day({ arrivals }), known);
          raised += next.diff.raised.length;
          expect(next.diff.cleared).toEqual([]);
          known = next.known;
        }
        expect(raised).toBe(swings.some((seconds) => seconds >= 600) ? 1 : 0);
      }),
    );
  });

  test("what a person has closed stays closed until its cause has gone once; severity never goes down by itself", () => {
    const late = (lateSeconds: number) =>
      day({ arrivals: [{ routeId: "r1", visitId: "v", expectedAtMs: NOW, lateSeconds, priority: "normal" }] });
    const grave = look(late(2000), []).known;
    expect(look(late(700), grave).known[0]?.severity).toBe("high");
    const dismissed = grave.map((each) => ({ ...each, status: "dismissed" as const }));
    expect(look(late(2500), dismissed).diff).toMatchObject({ raised: [], refreshed: [], cleared: [] });
    const gone = look(late(0), dismissed);
    expect(gone.diff.cleared).toEqual([{ id: dismissed[0]!.id, isStanding: false }]);
    expect(look(late(700), gone.known).diff.raised).toHaveLength(1);
  });
});
