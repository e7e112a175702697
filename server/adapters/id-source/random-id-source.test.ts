import { expect, test } from "vitest";
import { isId } from "@/server/domain/ids";
import { randomIdSource } from "./random-id-source";

test("ids made in one millisecond are all different and in order", () => {
  const ids = randomIdSource({ now: () => new Date(1_790_000_000_000) });
  const made = Array.from({ length: 5000 }, () => ids.newId());
  expect(new Set(made).size).toBe(5000);
  expect(made.every(isId)).toBe(true);
  const steps = made.slice(1).filter((id, index) => id > made[index]!).length;
  // The range of 2^48 is left at most once.
  expect(steps).toBeGreaterThanOrEqual(4998);
});

test("tokens carry 256 bits and do not repeat", () => {
  const ids = randomIdSource({ now: () => new Date() });
  const tokens = Array.from({ length: 100 }, () => ids.newToken());
  expect(new Set(tokens).size).toBe(100);
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
});

test("an id has one token for good, and another under another secret", () => {
  const of = (secret: string) => randomIdSource({ now: () => new Date() }, secret);
  expect(of("one").tokenFor("a")).toBe(of("one").tokenFor("a"));
  expect(of("one").tokenFor("a")).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(new Set([of("one").tokenFor("a"), of("one").tokenFor("b"), of("two").tokenFor("a")]).size).toBe(3);
});
