import { expect, test } from "vitest";
import { parseHouseNumber } from "./house-number";
import { type Door, placeHouse } from "./place-house";

/** Odd numbers on the south side, even ones on the north, 10 m per number going east. */
function street(...numbers: string[]): Door[] {
  return numbers.map((text) => {
    const houseNumber = parseHouseNumber(text)!;
    const odd = houseNumber.number % 2 === 1;
    return { houseNumber, position: { lat: odd ? 55 : 55.0002, lng: 12 + houseNumber.number * 0.00016 } };
  });
}
const place = (text: string | undefined, doors: Door[]) => placeHouse(text ? parseHouseNumber(text) : undefined, doors);

test("its own door, whatever the order of the list", () => {
  const doors = street("9", "1", "7B", "7", "4");
  expect(place("7B", doors)).toMatchObject({ confidence: "exact", door: doors[2] });
  expect(place("7", doors)).toMatchObject({ confidence: "exact", door: doors[3] });
});

test("a door that covers a range holds the numbers of its side", () => {
  const doors = street("1", "6-10", "20");
  expect(place("8", doors)).toMatchObject({ confidence: "exact", door: doors[1] });
  expect(place("9", doors)?.confidence).toBe("interpolated");
});

test("the same number with another letter is next door", () => {
  expect(place("7C", street("5", "7", "9"))).toMatchObject({ confidence: "interpolated", position: { lng: 12.00112 } });
});

test("between the nearest neighbours of its own side", () => {
  const found = place("6", street("1", "5", "7", "2", "4", "10", "12"))!;
  expect(found.confidence).toBe("interpolated");
  expect(found.position.lat).toBe(55.0002);
  expect(found.position.lng).toBeCloseTo(12.00096, 6);
});

test("between neighbours of either side where its own has none", () => {
  expect(place("4", street("3", "5"))).toMatchObject({ confidence: "interpolated" });
});

test("only the street when the number is far beyond, the gap wide or no number was given", () => {
  expect(place("99", street("1", "3", "5"))).toMatchObject({ confidence: "street" });
  expect(place("40", street("2", "4", "100"))).toMatchObject({ confidence: "street" });
  expect(place(undefined, street("1", "3", "5"))).toMatchObject({
    confidence: "street",
    door: { houseNumber: { number: 3 } },
  });
  expect(place("7", street("1", "3", "5"))).toMatchObject({ confidence: "interpolated" });
});

test("a street without doors has no place", () => {
  expect(placeHouse({ number: 1, letter: "" }, [])).toBeUndefined();
});
