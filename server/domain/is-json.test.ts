import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { isJson } from "./is-json";

test("what JSON says is JSON, and what it cannot say is not", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => isJson(value)));
  for (const value of [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1n,
    () => 1,
    Symbol("x"),
    new Date(),
    new Map(),
  ]) {
    expect([isJson(value), isJson([value]), isJson({ value })]).toEqual([false, false, false]);
  }
  expect(isJson(Object.create(null))).toBe(true);
});

test("it says what zod's own says", () => {
  const schema = z.json();
  fc.assert(
    fc.property(fc.anything({ withDate: true, withMap: true, maxDepth: 3 }), (value) => {
      expect(isJson(value)).toBe(schema.safeParse(value).success);
    }),
  );
});

test("what nests without end is refused, not followed", () => {
  const endless: Record<string, unknown> = {};
  endless.self = endless;
  expect(isJson(endless)).toBe(false);
});
