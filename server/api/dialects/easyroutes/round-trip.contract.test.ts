import fc from "fast-check";
import { expect, test } from "vitest";
import { shop } from "./testing/shop";
import { TASK_TYPES } from "./wire/task";

const text = (maxLength: number) => fc.string({ unit: "grapheme", maxLength });
const title = text(20).filter((each) => each.trim() === each && each !== "");
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const time = fc.record({ hours: fc.nat(23), minutes: fc.nat(59), seconds: fc.nat(59) });
const secondsOf = (at: { hours: number; minutes: number; seconds: number }) =>
  (at.hours * 60 + at.minutes) * 60 + at.seconds;

const task = fc
  .record({
    title,
    type: fc.constantFrom(...TASK_TYPES),
    items: fc.array(fc.record({ title }), { minLength: 1, maxLength: 4 }),
    requiredToMarkStopAsDelivered: optional(fc.boolean()),
    requiredToMarkStopAsAttempted: optional(fc.boolean()),
  })
  .map(({ items, ...rest }) => (/BOXES|BUTTONS/.test(rest.type) ? { ...rest, items } : rest));

const stop = fc.record({
  address: fc.record({
    address1: title,
    address2: optional(text(20)),
    city: optional(text(20)),
    provinceCode: optional(text(3)),
    countryCode: optional(fc.constantFrom("US", "dk", "CA")),
    zip: optional(text(10)),
  }),
  contact: optional(
    fc.record({
      firstName: optional(text(60)),
      lastName: optional(text(90)),
      company: optional(text(20)),
      phone: optional(fc.oneof(fc.constant("+14165551000"), text(20))),
      email: optional(fc.oneof(fc.constant("john.doe@roundtrip.ai"), text(20))),
    }),
  ),
  coordinates: optional(
    fc.record({ latitude: fc.integer({ min: -89, max: 89 }), longitude: fc.integer({ min: 1, max: 179 }) }),
  ),
  items: optional(
    fc.array(fc.record({ name: optional(text(20)), quantity: optional(fc.nat(9)), grams: optional(fc.nat(5000)) }), {
      maxLength: 4,
    }),
  ),
  note: optional(text(60)),
  duration: optional(fc.nat(43_200).map((seconds) => `${seconds}s`)),
  priority: optional(fc.nat(10)),
  orderName: optional(text(20)),
  timeWindows: optional(
    fc
      .tuple(time, time)
      .filter(([start, end]) => secondsOf(start) < secondsOf(end))
      .map(([start, end]) => [{ start, end }]),
  ),
  deliveryDate: optional(
    fc.record({
      year: fc.integer({ min: 2000, max: 2100 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.constant(28),
    }),
  ),
  attributes: optional(fc.array(fc.record({ key: title, value: text(20) }), { maxLength: 5 })),
  tags: optional(fc.array(title, { maxLength: 5 })),
  tasks: optional(fc.array(task, { maxLength: 4 })),
  type: optional(fc.constantFrom("DELIVERY", "PICKUP", "TASK")),
  customSignatureDisclosure: optional(text(40)),
});

/** What protobuf calls unset is the same however it is written. */
function set(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(set);
  if (typeof value !== "object" || value === null) return value === "" ? undefined : value;
  const fields = Object.entries(value).map(([name, each]) => [name, set(each)] as const);
  const there = fields.filter(([, each]) => each !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}

test("whatever is imported comes back as it was sent, at once and when it is read", async () => {
  const { ask } = await shop();
  let named = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(stop, { minLength: 1, maxLength: 3 }), async (stops) => {
      const body = stops.map((each) => ({ ...each, clientStopId: `stop ${named++}` }));
      const answer = await ask("POST", "/stops/imports", { body });
      expect([answer.status, answer.body.details]).toEqual([200, undefined]);
      for (const [index, sent] of body.entries()) {
        const { body: read } = await ask("GET", `/stops/imports/${encodeURIComponent(sent.clientStopId)}`);
        expect(read).toEqual(answer.body.stops[index]);
        const { id: _, importedAt: __, ...said } = read;
        expect(set(said)).toEqual(set({ ...sent, type: sent.type ?? "DELIVERY" }));
      }
    }),
    { numRuns: 15 },
  );
});
