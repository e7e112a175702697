import { expect, test } from "vitest";
import { createRateLimiter } from "./rate-limiter";

test("a minute's worth passes at once, then one by one as the bucket fills; others are not concerned", () => {
  let at = 1_000_000;
  const limiter = createRateLimiter(() => new Date(at));
  for (let count = 0; count < 60; count++) expect(limiter.take("a", 60)).toBe(0);
  expect(limiter.take("a", 60)).toBe(1);
  expect(limiter.take("b", 60)).toBe(0);
  at += 1000;
  expect(limiter.take("a", 60)).toBe(0);
  expect(limiter.take("a", 60)).toBe(1);
  at += 3_600_000;
  for (let count = 0; count < 60; count++) expect(limiter.take("a", 60)).toBe(0);
  expect(limiter.take("a", 60)).toBe(1);
});

test("how long to wait is said in whole seconds, at least one", () => {
  const limiter = createRateLimiter(() => new Date(0));
  expect(limiter.take("slow", 2)).toBe(0);
  expect(limiter.take("slow", 2)).toBe(0);
  expect(limiter.take("slow", 2)).toBe(30);
});
