import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type Account, account } from "./testing/account";
import { codedFleet } from "./testing/coded-fleet";
import { NOTIFICATION_PREFERENCES, WEEKDAYS } from "./wire/order";

let asked: Account;
beforeAll(async () => {
  asked = await account();
  await codedFleet(asked.tenant, asked.projectId);
});

const text = (maxLength: number) => fc.string({ unit: "grapheme", maxLength }).map((value) => value.trim());
const clock = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return `${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
  });
const load = fc.integer({ min: 0, max: 40_000 }).map((quarters) => quarters / 4);
const customField = text(50).filter((value) => value !== "");

/** Any order, as a program may send it whole. */
const order = fc.record(
  {
    date: fc.constantFrom("2031-03-03", "2031-10-26", "2032-02-29"),
    type: fc.constantFrom("D", "P", "T"),
    duration: fc.integer({ min: 0, max: 7200 }).map((tenths) => tenths / 10),
    location: fc.record(
      {
        locationName: text(60).filter((value) => value !== ""),
        latitude: fc.integer({ min: -89_000_000, max: 89_000_000 }).map((micro) => micro / 1e6 || 1),
        longitude: fc.integer({ min: -179_000_000, max: 179_000_000 }).map((micro) => micro / 1e6),
        address: text(100),
        checkInTime: fc.integer({ min: 0, max: 720 }),
        notes: text(100),
      },
      { requiredKeys: ["locationName", "latitude", "longitude"] },
    ),
    timeWindows: fc.array(fc.record({ twFrom: clock(0, 700), twTo: clock(701, 1439) }), { maxLength: 3 }),
    allowedWeekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS)),
    allowedDates: fc.constantFrom({}, { from: "2031-01-01", to: "2032-01-01" }),
    allowedDateTimes: fc.constantFrom([], [{ from: "2031-12-10T07:39:00", to: "2031-12-15T19:39:00" }]),
    assignedTo: fc.constantFrom(null, { externalId: "DRV001", serial: "001" }),
    priority: fc.constantFrom("L", "M", "H", "C"),
    load1: load,
    load2: load,
    load3: load,
    load4: load,
    vehicleFeatures: fc.constantFrom([], ["FR"]),
    skills: fc.constantFrom([], ["SK001"], ["SK002", "SK001"]),
    notes: text(200),
    customField1: text(50),
    customField5: text(50),
    customFields: fc.dictionary(
      fc.stringMatching(/^[a-z][a-z_]{0,20}$/).filter((key) => !(key in Object.prototype)),
      fc.oneof(customField, fc.integer(), fc.boolean()),
      { maxKeys: 4 },
    ),
    email: fc.oneof(fc.constant("john.doe@example.com"), text(30)),
    phone: fc.oneof(fc.constant("33 12 34 56"), fc.constant("+1 (617) 555-0100"), text(20)),
    notificationPreference: fc.constantFrom(...NOTIFICATION_PREFERENCES),
    barcode: fc.array(fc.record({ barcode: fc.stringMatching(/^[0-9A-Z-]{1,20}$/) }), { maxLength: 3 }),
  },
  { requiredKeys: ["date", "type", "location"] },
);

test("an order that is created, or put in another's place, is read as it was sent", async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(order, order, fc.boolean(), async (first, second, isList) => {
      const orderNo = `N${number++}`;
      for (const sent of [first, second]) {
        const body = { operation: "SYNC", orderNo, ...sent };
        const answer = isList
          ? await asked.post("/create_or_update_orders", { orders: [body] })
          : await asked.post("/create_order", body);
        expect(answer.body.success, JSON.stringify(answer.body)).toBe(true);
        const read = await asked.post("/get_orders", { orders: [{ orderNo }] });
        expect(read.body.orders[0].data).toMatchObject({ orderNo, ...sent });
      }
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
