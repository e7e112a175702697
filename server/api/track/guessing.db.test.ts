import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { trackAccess } from "@/server/main/track-access";
import { followedDay } from "@/server/testing/followed-day";
import { createTrackApp } from "./track-app";
import { TRACK_LIMITS } from "./track-limits";

const GUESSES = 10_000;
const AT_ONCE = 50;

async function guessedDay() {
  const day = await followedDay();
  const app = createTrackApp(trackAccess(day.core));
  const ask = async (token: string, address: string) => {
    const begun = performance.now();
    const response = await app.request(`/track/${token}`, { headers: { "x-dray-client-address": address } });
    const body = await response.text();
    const shape = JSON.stringify([response.status, [...response.headers].sort(), body]);
    return { status: response.status, shape, took: performance.now() - begun };
  };
  return { ...day, ask };
}

const guess = () => randomBytes(32).toString("base64url");

test("ten thousand guesses from many places find nothing, all answered alike", { timeout: 180_000 }, async () => {
  const day = await guessedDay();
  const shapes = new Map<string, number>();
  for (let from = 0; from < GUESSES; from += AT_ONCE) {
    const answers = Array.from({ length: AT_ONCE }, (_, index) => {
      const place = Math.floor((from + index) / 8);
      return day.ask(guess(), `10.${place >> 8}.${place & 255}.7`);
    });
    for (const { shape } of await Promise.all(answers)) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  }
  expect([...shapes.values()]).toEqual([GUESSES]);
  expect([...shapes.keys()][0]).toMatch(/^\[404,/);
  expect(day.errors).toEqual([]);
});

test("one place has ten guesses a minute, and then hears nothing, of a good link neither", async () => {
  const day = await guessedDay();
  const statuses: number[] = [];
  for (let index = 0; index < 40; index++) statuses.push((await day.ask(guess(), "203.0.113.9")).status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(TRACK_LIMITS.missesPerCaller);
  expect(statuses.slice(TRACK_LIMITS.missesPerCaller).every((status) => status === 429)).toBe(true);
  const [good, bad] = [await day.ask(day.token, "203.0.113.9"), await day.ask(guess(), "203.0.113.9")];
  expect(good.shape).toBe(bad.shape);
  expect((await day.ask(day.token, "203.0.113.10")).status).toBe(200);
  day.clock.advanceSeconds(120);
  expect((await day.ask(day.token, "203.0.113.9")).status).toBe(200);
});

test("a good link is read thirty times a minute, whoever reads it", async () => {
  const day = await guessedDay();
  const statuses: number[] = [];
  for (let index = 0; index < 40; index++) statuses.push((await day.ask(day.token, `203.0.113.${index}`)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(TRACK_LIMITS.perLink);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
});

test("what has expired and what never was take alike long", async () => {
  const day = await guessedDay();
  day.clock.set("2027-06-10T04:00:00Z");
  const [expired, unknown]: [number[], number[]] = [[], []];
  // Turn by turn, so that whatever else the machine does falls on both.
  for (let turn = 0; turn < 300; turn++) {
    unknown.push((await day.ask(guess(), `10.1.${turn >> 3}.1`)).took);
    expired.push((await day.ask(day.token, `10.2.${turn >> 3}.1`)).took);
  }
  const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
  // A tell would be a statement more: at least twice the time. Ours differ by less than one answer from the next.
  const ratio = median(expired) / median(unknown);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});
