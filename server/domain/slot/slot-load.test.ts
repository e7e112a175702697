import { expect, test } from "vitest";
import { slotLoads } from "./slot-load";

const offer = {
  id: "0190a5e0-0000-8000-8000-000000000001",
  zoneId: "0190a5e0-0000-8000-8000-000000000002",
  serviceLevel: "standard",
  weekdays: [1, 2],
  fromSeconds: 8 * 3600,
  toSeconds: 10 * 3600,
  capacity: 4,
  cutoffSeconds: 0,
  cutoffDaysBefore: 1,
  daysAhead: 14,
};

test("a week shows what is taken, and places on days that are not offered any more", () => {
  const taken = new Map([
    [`${offer.id}.2026-06-09`, 5],
    [`${offer.id}.2026-06-10`, 1],
  ]);
  expect(slotLoads({ offers: [offer], taken }, "2026-06-08", 3)).toEqual([
    {
      offerId: offer.id,
      days: [
        { date: "2026-06-08", taken: 0, capacity: 4, isOffered: true },
        { date: "2026-06-09", taken: 5, capacity: 4, isOffered: true },
        { date: "2026-06-10", taken: 1, capacity: 4, isOffered: false },
      ],
    },
  ]);
});
