import { expect, test } from "vitest";
import { textOfDraft } from "./text-of-draft";

test("a half-typed number differs from none and from any", () => {
  const texts = [Number.NaN, null, 0].map((stops) => textOfDraft({ near: { stops } }));
  expect(new Set(texts).size).toBe(3);
  expect(textOfDraft({ a: 1 })).toBe(textOfDraft({ a: 1 }));
});
