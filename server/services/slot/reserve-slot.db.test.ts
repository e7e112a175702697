import { describe, expect, test } from "vitest";
import { DEFAULT_HOLD_SECONDS } from "@/server/domain/slot/slot-reservation";
import { slotKey } from "@/server/domain/slot/slot-schema";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario } from "@/server/testing/plan-scenario";
import { readEventsAfter } from "../event/read-events-after";
import { cancelSlot } from "./cancel-slot";
import { confirmSlot } from "./confirm-slot";
import { findSlots } from "./find-slots";
import { reserveSlot } from "./reserve-slot";

const HOUR = 3600;
const TUESDAY = "2026-06-09T06:00:00Z";
const DATE = "2026-06-11";

/** A zone of postcodes 10…, with one offer of so much room on every day. */
async function offeredSlot(capacity: number) {
  const s = await planScenario([{ at: [1, 1] }]);
  const { projectId } = s;
  const { organizationId, database } = s.tenant;
  const clock = new FakeClock(TUESDAY);
  const [zoneId, otherZoneId, offerId] = [s.tenant.newId(), s.tenant.newId(), s.tenant.newId()];
  for (const [id, prefix] of [
    [zoneId, "10"],
    [otherZoneId, "20"],
  ] as const) {
    await database.raw`insert into slot_zone (organization_id, id, project_id, name, area, created_at, updated_at)
      values (${organizationId}, ${id}, ${projectId}, 'Town', ${database.raw.json({ kind: "postcodes", prefixes: [prefix] })}, now(), now())`;
  }
  await database.raw`insert into slot_offer (organization_id, id, zone_id, service_level, weekdays, from_seconds,
      to_seconds, capacity, cutoff_seconds, cutoff_days_before, days_ahead, created_at, updated_at)
    values (${organizationId}, ${offerId}, ${zoneId}, 'standard', '{1,2,3,4,5,6,7}', ${8 * HOUR}, ${10 * HOUR},
      ${capacity}, ${12 * HOUR}, 1, 14, now(), now())`;
  const slot = slotKey({ offerId, date: DATE });
  const at = (now: FakeClock = clock) => s.tenant.context("owner", { clock: now });
  return {
    clock,
    slot,
    offerId,
    at,
    newId: () => s.tenant.newId(),
    reserve: (reservationId: string, change: object = {}) =>
      reserveSlot(at(), { reservationId, slot, postcode: "1000", ...change }),
    left: async () => {
      const request = { postcode: "1000", fromDate: DATE, days: 1 };
      return (await findSlots(at(), { projectId, request }))[0]?.left ?? 0;
    },
    /** By the slot's own time. */
    taken: async () => {
      const [row] = await database.raw<[{ taken: number }]>`
        select count(*)::int as taken from slot_reservation r
        join slot_day d using (organization_id, offer_id, date)
        where organization_id = ${organizationId}
          and (r.status = 'confirmed' or (r.status = 'held' and r.expires_at > d.decided_at))`;
      return row.taken;
    },
  };
}

const refused = (reason: string) => ({ code: "refused", details: { reason } });
const settle = async <T>(work: readonly Promise<T>[]) => {
  const ends = await Promise.allSettled(work);
  const failed = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
  return { done: ends.length - failed.length, failed };
};

describe("fifty clients at once", () => {
  test("who all want a place: as many as there are get one, the others hear that it is full", async () => {
    const s = await offeredSlot(7);
    const { done, failed } = await settle(Array.from({ length: 50 }, () => s.reserve(s.newId())));
    expect(done).toBe(7);
    for (const end of failed) expect(end).toMatchObject(refused("slot-full"));
    expect(await s.taken()).toBe(7);
    expect(await s.left()).toBe(0);
  });

  test("who reserve, confirm, give back and ask twice, with clocks that are apart: never more than there are", async () => {
    const s = await offeredSlot(5);
    const clocks = [0, 1, 2].map((ahead) => {
      const clock = new FakeClock(TUESDAY);
      clock.advanceSeconds(ahead * (DEFAULT_HOLD_SECONDS - 1));
      return clock;
    });
    const client = async (index: number) => {
      const context = s.at(clocks[index % 3]);
      const reservationId = s.newId();
      const input = { reservationId, slot: s.slot, postcode: "1000" };
      const [first] = await Promise.all([reserveSlot(context, input), reserveSlot(context, input)]);
      expect(first.reservationId).toBe(reservationId);
      if (index % 4 === 0) await cancelSlot(context, { reservationId });
      else await Promise.all([confirmSlot(context, { reservationId }), confirmSlot(context, { reservationId })]);
      expect(await s.taken()).toBeLessThanOrEqual(5);
    };
    const { failed } = await settle(Array.from({ length: 50 }, (_, index) => client(index)));
    for (const end of failed) expect(end).toMatchObject({ code: "refused" });
    expect(await s.taken()).toBeLessThanOrEqual(5);
    s.clock.advanceSeconds(4 * DEFAULT_HOLD_SECONDS);
    const rest = await settle(Array.from({ length: 10 }, () => s.reserve(s.newId())));
    expect(await s.taken()).toBe(5);
    expect(rest.done).toBeLessThanOrEqual(5);
  });
});

describe("a place in a slot", () => {
  test("is kept a quarter of an hour, then anybody's; whoever was faster has it", async () => {
    const s = await offeredSlot(1);
    const [slow, fast] = [s.newId(), s.newId()];
    const held = await s.reserve(slow);
    expect(held).toMatchObject({ status: "held", slot: s.slot, expiresAt: new Date("2026-06-09T06:15:00Z") });
    await expect(s.reserve(fast)).rejects.toMatchObject(refused("slot-full"));
    s.clock.advanceSeconds(DEFAULT_HOLD_SECONDS);
    expect(await s.left()).toBe(1);
    await s.reserve(fast);
    await expect(confirmSlot(s.at(), { reservationId: slow })).rejects.toMatchObject(refused("slot-expired"));
    await cancelSlot(s.at(), { reservationId: fast });
    expect(await confirmSlot(s.at(), { reservationId: slow })).toMatchObject({ status: "confirmed" });
  });

  test("counted as free by a clock that is ahead is not confirmed by one that is behind", async () => {
    const s = await offeredSlot(1);
    const [slow, fast] = [s.newId(), s.newId()];
    await s.reserve(slow);
    const ahead = new FakeClock(TUESDAY);
    ahead.advanceSeconds(DEFAULT_HOLD_SECONDS + 1);
    await reserveSlot(s.at(ahead), { reservationId: fast, slot: s.slot, postcode: "1000" });
    await expect(confirmSlot(s.at(), { reservationId: slow })).rejects.toMatchObject(refused("slot-expired"));
  });

  test("is confirmed and given back as often as asked, and the log says so once", async () => {
    const s = await offeredSlot(1);
    const from = (await readEventsAfter(s.at(), { afterSeq: null })).lastSeq;
    const reservationId = s.newId();
    for (let again = 0; again < 2; again++) await s.reserve(reservationId);
    for (let again = 0; again < 2; again++) await confirmSlot(s.at(), { reservationId });
    for (let again = 0; again < 2; again++) await cancelSlot(s.at(), { reservationId });
    expect((await readEventsAfter(s.at(), { afterSeq: from })).events.map(({ type }) => type)).toEqual([
      "slot.reserved",
      "slot.confirmed",
      "slot.cancelled",
    ]);
    await expect(s.reserve(reservationId)).rejects.toMatchObject(refused("slot-cancelled"));
  });

  test("is not given in another zone, after the cut-off, or under a name that stands for another", async () => {
    const s = await offeredSlot(3);
    await expect(s.reserve(s.newId(), { postcode: "2000" })).rejects.toMatchObject(refused("slot-elsewhere"));
    await expect(s.reserve(s.newId(), { postcode: "" })).rejects.toMatchObject(refused("slot-elsewhere"));
    const reservationId = s.newId();
    await s.reserve(reservationId);
    const friday = slotKey({ offerId: s.offerId, date: "2026-06-12" });
    await expect(s.reserve(reservationId, { slot: friday })).rejects.toMatchObject({
      code: "conflict",
      details: { reason: "reservation-reused" },
    });
    s.clock.set("2026-06-10T10:00:00Z");
    await expect(s.reserve(s.newId())).rejects.toMatchObject(refused("slot-too-late"));
    const unknown = slotKey({ offerId: s.newId(), date: DATE });
    await expect(s.reserve(s.newId(), { slot: unknown })).rejects.toMatchObject({ code: "not-found" });
  });

  test("is nobody else's: another organization finds neither slot nor reservation", async () => {
    const [mine, theirs] = [await offeredSlot(1), await offeredSlot(1)];
    const reservationId = mine.newId();
    await mine.reserve(reservationId);
    await expect(theirs.reserve(theirs.newId(), { slot: mine.slot })).rejects.toMatchObject({ code: "not-found" });
    for (const act of [confirmSlot, cancelSlot]) {
      await expect(act(theirs.at(), { reservationId })).rejects.toMatchObject({ code: "not-found" });
    }
  });
});
