import { expect, test } from "vitest";
import { isNestedDeeper } from "./is-nested-deeper";

test("lists and things count alike, wherever the deepest is, and however deep", () => {
  const value = [1, { a: [] }, "x", null];
  expect(isNestedDeeper(value, 3)).toBe(false);
  expect(isNestedDeeper(value, 2)).toBe(true);
  expect(isNestedDeeper("text", 0)).toBe(false);
  expect(isNestedDeeper(JSON.parse("[".repeat(200_000) + "]".repeat(200_000)), 256)).toBe(true);
});
