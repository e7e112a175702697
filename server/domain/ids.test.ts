import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { composeId, idFromHex24, idParts, idToHex24, isId } from "./ids";

const arbitraryId = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.integer({ min: 0, max: 2 ** 48 - 1 }))
  .map(([milliseconds, random]) => composeId(milliseconds, random));

test("an id is a UUID of version 8", () => {
  expect(composeId(0x0199_8877_6655, 0xabcdef012345)).toBe("01998877-6655-8000-8000-abcdef012345");
  fc.assert(fc.property(arbitraryId, (id) => isId(id) && z.uuid().safeParse(id).success));
});

test("24 hex digits carry all of it, there and back", () => {
  expect(idToHex24("01998877-6655-8000-8000-abcdef012345")).toBe("019988776655abcdef012345");
  fc.assert(fc.property(arbitraryId, (id) => idFromHex24(idToHex24(id)) === id));
});

test("an id comes apart into what it was made of", () => {
  fc.assert(
    fc.property(arbitraryId, (id) => {
      const { unixMilliseconds, random48 } = idParts(id)!;
      return composeId(unixMilliseconds, random48) === id;
    }),
  );
  expect(idParts("delivery-1")).toBeUndefined();
});

test("ids sort by time", () => {
  expect(composeId(1, 2 ** 48 - 1) < composeId(2, 0)).toBe(true);
});

test("what is no id is not taken for one", () => {
  expect(isId("01998877-6655-7000-8000-abcdef012345")).toBe(false);
  expect(idFromHex24("019988776655abcdef01234")).toBeUndefined();
  expect(idFromHex24("019988776655ABCDEF012345")).toBeUndefined();
});
