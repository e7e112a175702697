import fc from "fast-check";
import { expect, test } from "vitest";
import { shop } from "./testing/shop";

const text = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength })
    .filter((each) => each.trim() === each && !/[\0\ud800-\udfff]/.test(each));
const coordinate = (min: number, max: number) =>
  fc
    .integer({ min: min * 1e5, max: max * 1e5 })
    .map((value) => value / 1e5)
    .filter((value) => value !== 0);
const window = fc
  .tuple(fc.integer({ min: 0, max: 86_000 }), fc.integer({ min: 1, max: 80_000 }))
  .map(([from, length]) => [from, from + length]);

/** Whatever a program may send of a stop that its project knows. */
const stop = fc.record(
  {
    external_id: fc.uuid(),
    label: text(60),
    location: fc.record({ lat: coordinate(-80, 80), lng: coordinate(-179, 179), address: text(80) }),
    duration: fc.integer({ min: 0, max: 7200 }),
    time_windows: fc.array(window, { maxLength: 3 }),
    phone: fc.integer({ min: 1_000_000, max: 999_999_999 }).map((number) => `+34${number}`),
    email: fc.integer({ min: 1 }).map((number) => `customer${number}@example.com`),
    weight: fc.integer({ min: 1, max: 2_000_000 }).map((grams) => grams / 1000),
    volume: fc.integer({ min: 1, max: 2_000_000 }).map((millilitres) => millilitres / 1e6),
    comments: text(100),
    type: fc.constantFrom("delivery", "pickup"),
    requires: fc.uniqueArray(fc.constantFrom("frost", "lift", "two"), { maxLength: 3 }),
    tasks: fc.array(fc.record({ type: fc.constantFrom("scan", "signature", "photo", "dance"), label: text(40) }), {
      maxLength: 4,
    }),
    reward: fc.integer(),
    nested: fc.record({ anything: fc.jsonValue() }),
  },
  { requiredKeys: ["external_id", "label", "location"] },
);

test("a stop is read as it was sent, whatever was sent of it", async () => {
  const it = await shop();
  const { id } = await it.planOn("2031-05-22");
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(stop, { minLength: 1, maxLength: 12, selector: (each) => each.external_id }),
      async (sent) => {
        const pushed = await it.push(id, sent);
        const read = new Map(
          (await it.done("GET", `/v2/plan/${id}/stops`)).map((each: { external_id: string }) => [
            each.external_id,
            each,
          ]),
        );
        // As JSON says it, which has no minus zero.
        for (const [index, each] of (JSON.parse(JSON.stringify(sent)) as typeof sent).entries()) {
          expect(pushed[index]).toMatchObject(each);
          expect(read.get(each.external_id)).toEqual(pushed[index]);
        }
      },
    ),
    { numRuns: 12 },
  );
});
