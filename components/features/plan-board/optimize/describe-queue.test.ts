import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { describeQueue } from "./describe-queue";
import type { OptimizationQueue } from "./run-of-plan";

const t = wordsFor("boardOptimize");
const idle: OptimizationQueue = { running: 0, waiting: 0, ahead: null, recent: [] };
const cost = { strategies: ["cheapest" as const], runs: 40, medianSeconds: 31.2, p95Seconds: 62, lastSeconds: 33 };

it("says nothing where there is nothing to say", () => {
  expect(describeQueue(t, idle, ["cheapest"])).toBe("");
  expect(describeQueue(t, { ...idle, running: 1 }, ["cheapest"])).toBe("");
});

it("says who is before this plan", () => {
  expect(describeQueue(t, { ...idle, running: 2, waiting: 1, ahead: 0 }, ["cheapest"])).toBe("Next in line");
  expect(describeQueue(t, { ...idle, running: 2, waiting: 3, ahead: 2 }, ["cheapest"])).toBe("2 ahead of this one");
  expect(describeQueue(t, { ...idle, running: 2, waiting: 3 }, ["cheapest"])).toBe("2 running, 3 waiting");
  expect(describeQueue(t, { ...idle, running: 2 }, ["cheapest"])).toBe("2 running");
});

it("says how long such runs took, of the same wishes only", () => {
  const queue = {
    ...idle,
    recent: [cost, { ...cost, strategies: ["balanced" as const, "cheapest" as const], runs: 2, lastSeconds: 3725 }],
  };
  expect(describeQueue(t, queue, ["cheapest"])).toBe("usually 0:31, 19 in 20 within 1:02");
  expect(describeQueue(t, queue, ["cheapest", "balanced"])).toBe("last took 1:02:05");
  expect(describeQueue(t, { ...queue, waiting: 1, ahead: 0 }, ["cheapest"])).toBe(
    "Next in line · usually 0:31, 19 in 20 within 1:02",
  );
});

it("says it in Spanish", () => {
  const spanish = wordsFor("boardOptimize", { language: "es", locale: "es-ES" });
  const queue = { ...idle, running: 2, waiting: 3, ahead: 2, recent: [cost] };
  expect(describeQueue(spanish, queue, ["cheapest"])).toBe(
    "2 por delante de esta · normalmente 0:31, 19 de cada 20 en menos de 1:02",
  );
});
