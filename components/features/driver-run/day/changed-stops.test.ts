import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedStops } from "./changed-stops";

const seen = (...ids: string[]) => ids.map((id) => ({ visitId: id, name: id.toUpperCase() }));

describe("what changed on a route", () => {
  test("what a customer asks for anew is news, what he takes back is not", () => {
    const [a, b] = seen("a", "b");
    const wished = { ...a!, wish: "ring" };
    expect(changedStops([a!, b!], [wished, b!])?.wished).toEqual(["A"]);
    expect(changedStops([wished, b!], [{ ...a!, wish: "knock" }, b!])?.wished).toEqual(["A"]);
    expect(changedStops([wished, b!], [a!, b!])).toBeNull();
    expect(changedStops([b!], [wished, b!])).toMatchObject({ added: ["A"], wished: [] });
  });

  test("is nothing when it is as it was", () => {
    expect(changedStops(seen("a", "b", "c"), seen("a", "b", "c"))).toBeNull();
    expect(changedStops([], [])).toBeNull();
  });

  test("names what came and what went", () => {
    expect(changedStops(seen("a", "b"), seen("a", "c"))).toEqual({
      added: ["C"],
      removed: ["B"],
      moved: [],
      wished: [],
      loading: [],
    });
  });

  test("names before which stop he is to load again now, and is nothing when he no longer is", () => {
    const [a, b] = seen("a", "b");
    const loads = { ...b!, loadsFirst: true as const };
    expect(changedStops([a!, b!], [a!, loads])).toMatchObject({ moved: [], loading: ["B"] });
    expect(changedStops([a!, loads], [a!, loads])).toBeNull();
    expect(changedStops([a!, loads], [a!, b!])).toBeNull();
  });

  test("of a stop taken forward names that one, not all it passed", () => {
    expect(changedStops(seen("a", "b", "c", "d", "e"), seen("e", "a", "b", "c", "d"))?.moved).toEqual(["E"]);
    expect(changedStops(seen("a", "b", "c", "d"), seen("b", "c", "a", "d"))?.moved).toEqual(["A"]);
  });

  test("explains any change: without the named stops both orders are the same", () => {
    const ids = fc.uniqueArray(fc.constantFrom(..."abcdefghij"), { maxLength: 10 });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const changes = changedStops(seen(...before), seen(...after)) ?? {
          added: [],
          removed: [],
          moved: [],
          wished: [],
          loading: [],
        };
        const named = new Set(
          [...changes.added, ...changes.removed, ...changes.moved].map((name) => name.toLowerCase()),
        );
        const rest = (list: readonly string[]) => list.filter((id) => !named.has(id));
        expect(rest(before)).toEqual(rest(after));
        expect(changes.added.every((name) => !before.includes(name.toLowerCase()))).toBe(true);
        expect(changes.removed.every((name) => !after.includes(name.toLowerCase()))).toBe(true);
      }),
    );
  });
});
