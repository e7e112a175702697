import { describe, expect, test } from "vitest";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario } from "@/server/testing/plan-scenario";
import { readEventsAfter } from "../event/read-events-after";
import { cancelSlot } from "./cancel-slot";
import { confirmSlot } from "./confirm-slot";
import { findSlots } from "./find-slots";
import { getSlotLoad } from "./get-slot-load";
import { listReservations } from "./list-reservations";
import { listSlotOffers } from "./list-slot-offers";
import { removeSlotOffer } from "./remove-slot-offer";
import { removeSlotZone } from "./remove-slot-zone";
import { reserveSlot } from "./reserve-slot";
import { saveSlotOffer } from "./save-slot-offer";
import { saveSlotZone } from "./save-slot-zone";

const HOUR = 3600;
const DATE = "2026-06-11";
const zone = { name: "Town", area: { kind: "postcodes" as const, prefixes: ["10"] } };
const window = {
  serviceLevel: "standard",
  weekdays: [1, 2, 3, 4, 5],
  fromSeconds: 8 * HOUR,
  toSeconds: 10 * HOUR,
  capacity: 2,
};

async function project() {
  const s = await planScenario([{ at: [1, 1] }]);
  const clock = new FakeClock("2026-06-09T06:00:00Z");
  const { projectId } = s;
  return {
    projectId,
    newId: () => s.tenant.newId(),
    at: (role: "owner" | "viewer" = "owner") => s.tenant.context(role, { clock }),
  };
}

const open = (s: Awaited<ReturnType<typeof project>>, postcode = "1000") =>
  findSlots(s.at(), { projectId: s.projectId, request: { postcode, fromDate: DATE, days: 1 } });

describe("what is offered", () => {
  test("is what a person has drawn and set, and nothing is said twice in the log", async () => {
    const s = await project();
    const { id: zoneId } = await saveSlotZone(s.at(), { projectId: s.projectId, zone });
    const { id } = await saveSlotOffer(s.at(), { offer: { zoneId, ...window } });
    expect(await listSlotOffers(s.at("viewer"), { projectId: s.projectId })).toMatchObject({
      zones: [{ id: zoneId, ...zone }],
      offers: [{ id, zoneId, capacity: 2, daysAhead: 14 }],
    });
    expect(await open(s)).toMatchObject([{ offerId: id, left: 2 }]);
    const from = (await readEventsAfter(s.at(), { afterSeq: null })).lastSeq;
    await saveSlotOffer(s.at(), { id, offer: { zoneId, ...window } });
    await saveSlotZone(s.at(), { id: zoneId, projectId: s.projectId, zone });
    expect((await readEventsAfter(s.at(), { afterSeq: from })).events).toEqual([]);
    await saveSlotZone(s.at(), {
      id: zoneId,
      projectId: s.projectId,
      zone: { ...zone, area: { kind: "postcodes", prefixes: ["20"] } },
    });
    expect(await open(s)).toEqual([]);
    expect(await open(s, "2000")).toMatchObject([{ left: 2 }]);
  });

  test("can be closed, and whoever has a place keeps it", async () => {
    const s = await project();
    const { id: zoneId } = await saveSlotZone(s.at(), { projectId: s.projectId, zone });
    const { id } = await saveSlotOffer(s.at(), { offer: { zoneId, ...window } });
    const reservationId = s.newId();
    await reserveSlot(s.at(), { reservationId, slot: `${id}.${DATE}`, postcode: "1000" });
    await saveSlotOffer(s.at(), { id, offer: { zoneId, ...window, capacity: 0 } });
    expect(await open(s)).toEqual([]);
    expect(await confirmSlot(s.at(), { reservationId })).toMatchObject({ status: "confirmed" });
    await expect(
      reserveSlot(s.at(), { reservationId: s.newId(), slot: `${id}.${DATE}`, postcode: "1000" }),
    ).rejects.toMatchObject({ code: "refused", details: { reason: "slot-full" } });
  });

  test("is set by those who may, and in their own organization only", async () => {
    const [mine, theirs] = [await project(), await project()];
    const { id: zoneId } = await saveSlotZone(mine.at(), { projectId: mine.projectId, zone });
    await expect(saveSlotZone(mine.at("viewer"), { projectId: mine.projectId, zone })).rejects.toMatchObject({
      code: "forbidden",
    });
    const notFound = { code: "not-found" };
    await expect(saveSlotZone(theirs.at(), { projectId: mine.projectId, zone })).rejects.toMatchObject(notFound);
    await expect(saveSlotOffer(theirs.at(), { offer: { zoneId, ...window } })).rejects.toMatchObject(notFound);
    await expect(saveSlotZone(theirs.at(), { id: zoneId, projectId: theirs.projectId, zone })).rejects.toMatchObject(
      notFound,
    );
    await expect(listSlotOffers(theirs.at(), { projectId: mine.projectId })).rejects.toMatchObject(notFound);
  });

  test("is not changed over what somebody else has set meanwhile", async () => {
    const s = await project();
    const { id: zoneId } = await saveSlotZone(s.at(), { projectId: s.projectId, zone });
    const { id } = await saveSlotOffer(s.at(), { offer: { zoneId, ...window } });
    const stale = { code: "stale", details: { reason: "settings-changed" } };
    const seenAt = "2026-06-08T06:00:00.000Z";
    const offer = { zoneId, ...window, capacity: 3 };
    await expect(saveSlotOffer(s.at(), { id, offer, seenAt })).rejects.toMatchObject(stale);
    const renamed = { ...zone, name: "City" };
    await expect(
      saveSlotZone(s.at(), { id: zoneId, projectId: s.projectId, zone: renamed, seenAt }),
    ).rejects.toMatchObject(stale);
    const { zones, offers } = await listSlotOffers(s.at(), { projectId: s.projectId });
    await saveSlotOffer(s.at(), { id, offer, seenAt: offers[0]!.updatedAt.toISOString() });
    const seen = zones[0]!.updatedAt.toISOString();
    await saveSlotZone(s.at(), { id: zoneId, projectId: s.projectId, zone: renamed, seenAt: seen });
    expect(await open(s)).toMatchObject([{ left: 3 }]);
  });

  test("goes away while nobody has a place in it, and its week shows who has", async () => {
    const s = await project();
    const { id: zoneId } = await saveSlotZone(s.at(), { projectId: s.projectId, zone });
    const { id } = await saveSlotOffer(s.at(), { offer: { zoneId, ...window } });
    const { id: other } = await saveSlotOffer(s.at(), { offer: { zoneId, ...window, fromSeconds: 9 * HOUR } });
    const reservationId = s.newId();
    await reserveSlot(s.at(), { reservationId, slot: `${id}.${DATE}`, postcode: "1000" });
    await confirmSlot(s.at(), { reservationId });
    const load = await getSlotLoad(s.at("viewer"), { projectId: s.projectId, fromDate: DATE, days: 3 });
    expect(load).toEqual([
      {
        offerId: id,
        days: [
          { date: DATE, taken: 1, capacity: 2, isOffered: true },
          { date: "2026-06-12", taken: 0, capacity: 2, isOffered: true },
          { date: "2026-06-13", taken: 0, capacity: 2, isOffered: false },
        ],
      },
      expect.objectContaining({ offerId: other }),
    ]);
    expect(await listReservations(s.at("viewer"), { offerId: id, date: DATE })).toMatchObject([
      { id: reservationId, status: "confirmed", deliveryId: null, externalId: null },
    ]);
    const taken = { code: "refused", details: { reason: "slot-reserved" } };
    await expect(removeSlotOffer(s.at(), { offerId: id })).rejects.toMatchObject(taken);
    await expect(removeSlotZone(s.at(), { zoneId })).rejects.toMatchObject(taken);
    await removeSlotOffer(s.at(), { offerId: other });
    await cancelSlot(s.at(), { reservationId });
    await removeSlotZone(s.at(), { zoneId });
    expect(await listSlotOffers(s.at(), { projectId: s.projectId })).toEqual({ zones: [], offers: [] });
    await expect(removeSlotZone(s.at(), { zoneId })).rejects.toMatchObject({ code: "not-found" });
  });
});
