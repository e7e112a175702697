import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cancelReservation,
  confirmReservation,
  DEFAULT_HOLD_SECONDS,
  hasRoom,
  type Reservation,
  reserveSlot,
  type SlotDecision,
  takesRoom,
} from "./slot-reservation";

const HOLD_MS = DEFAULT_HOLD_SECONDS * 1000;
const room = { capacity: 2, takenByOthers: 1 };
const full = { capacity: 2, takenByOthers: 2 };
const held: Reservation = { id: "r", status: "held", expiresAtMs: HOLD_MS };
const reserve = (known: Reservation | null, where = room, nowMs = 0) =>
  reserveSlot("r", known, where, nowMs, DEFAULT_HOLD_SECONDS);

describe("a reservation", () => {
  test("is kept for a while where there is room", () => {
    expect(reserve(null)).toEqual({ ok: true, isChanged: true, reservation: held });
    expect(reserve(null, full)).toEqual({ ok: false, reason: "full" });
    expect(hasRoom({ capacity: 1, takenByOthers: 3 })).toBe(false);
    expect(takesRoom(held, HOLD_MS - 1)).toBe(true);
    expect(takesRoom(held, HOLD_MS)).toBe(false);
  });

  test("asked for again under its name is the same, and ends with its time", () => {
    expect(reserve(held, full)).toEqual({ ok: true, isChanged: false, reservation: held });
    expect(reserve(held, room, HOLD_MS)).toEqual({ ok: false, reason: "expired" });
    expect(reserve({ ...held, status: "cancelled" })).toEqual({ ok: false, reason: "cancelled" });
  });

  test("is confirmed once and for all; too late only if somebody else has the place", () => {
    const confirmed = { ...held, status: "confirmed" as const };
    expect(confirmReservation(held, full, 0)).toEqual({ ok: true, isChanged: true, reservation: confirmed });
    expect(confirmReservation(confirmed, full, 9 * HOLD_MS)).toMatchObject({ ok: true, isChanged: false });
    expect(confirmReservation(held, room, HOLD_MS)).toMatchObject({ ok: true, isChanged: true });
    expect(confirmReservation(held, full, HOLD_MS)).toEqual({ ok: false, reason: "expired" });
    expect(confirmReservation({ ...held, status: "cancelled" }, room, 0)).toEqual({ ok: false, reason: "cancelled" });
  });

  test("is cancelled for good", () => {
    const cancelled = cancelReservation(held);
    expect(cancelled).toMatchObject({ ok: true, isChanged: true, reservation: { status: "cancelled" } });
    expect(cancelReservation({ ...held, status: "cancelled" })).toMatchObject({ ok: true, isChanged: false });
  });
});

type Step = { readonly act: "reserve" | "confirm" | "cancel"; readonly who: number; readonly afterSeconds: number };

/** A slot's book, in which each step counts and saves under one lock, as the service does. */
function bookOf(capacity: number, steps: readonly Step[]) {
  const book = new Map<string, Reservation>();
  const answers: SlotDecision[] = [];
  let nowMs = 0;
  let mostTaken = 0;
  const taken = (but?: string) => [...book.values()].filter((each) => each.id !== but && takesRoom(each, nowMs)).length;
  for (const { act, who, afterSeconds } of steps) {
    nowMs += afterSeconds * 1000;
    const id = String(who);
    const known = book.get(id) ?? null;
    const where = { capacity, takenByOthers: taken(id) };
    const decision =
      act === "reserve"
        ? reserveSlot(id, known, where, nowMs, DEFAULT_HOLD_SECONDS)
        : known && (act === "confirm" ? confirmReservation(known, where, nowMs) : cancelReservation(known));
    if (!decision) continue;
    if (decision.ok) book.set(id, decision.reservation);
    answers.push(decision);
    mostTaken = Math.max(mostTaken, taken());
  }
  return { book, answers, mostTaken, nowMs };
}

const steps = fc.array(
  fc.record({
    act: fc.constantFrom("reserve" as const, "confirm" as const, "cancel" as const),
    who: fc.nat(11),
    afterSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 * DEFAULT_HOLD_SECONDS })),
  }),
  { maxLength: 120, size: "max" },
);

describe("in any interleaving", () => {
  test("never more is taken than there is", () => {
    fc.assert(
      fc.property(fc.nat(6), steps, (capacity, order) => {
        expect(bookOf(capacity, order).mostTaken).toBeLessThanOrEqual(capacity);
      }),
      { numRuns: 500 },
    );
  });

  test("a confirmed place is kept until it is given back, and every step said twice changes nothing", () => {
    fc.assert(
      fc.property(fc.nat(6), steps, (capacity, order) => {
        const once = bookOf(capacity, order);
        const twice = bookOf(
          capacity,
          order.flatMap((step) => [step, { ...step, afterSeconds: 0 }]),
        );
        expect([...twice.book]).toEqual([...once.book]);
        const gone = new Set(order.filter(({ act }) => act === "cancel").map(({ who }) => String(who)));
        const confirmed = once.answers.flatMap((each) =>
          each.ok && each.reservation.status === "confirmed" ? [each.reservation.id] : [],
        );
        for (const id of confirmed) if (!gone.has(id)) expect(once.book.get(id)!.status).toBe("confirmed");
      }),
    );
  });

  test("nobody is refused while there is room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 20 }), (capacity, clients) => {
        const order = Array.from({ length: clients }, (_, who) => ({ act: "reserve" as const, who, afterSeconds: 0 }));
        expect(bookOf(capacity, order).answers.filter(({ ok }) => ok)).toHaveLength(Math.min(capacity, clients));
      }),
    );
  });
});
