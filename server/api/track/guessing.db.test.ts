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
  const lookups: string[] = [];
  const access = trackAccess(day.core);
  const app = createTrackApp({
    ...access,
    byLink: (token) => {
      lookups.push("byLink");
      return access.byLink(token);
    },
    look: (...asked) => {
      lookups.push("look");
      return access.look(...asked);
    },
  });
  const ask = async (token: string, address: string) => {
    const response = await app.request(`/track/${token}`, { headers: { "x-dray-client-address": address } });
    const body = await response.text();
    const shape = JSON.stringify([response.status, [...response.headers].sort(), body]);
    return { status: response.status, shape };
  };
  return { ...day, ask, lookups };
}

const guess = () => randomBytes(32).toString("base64url");

test("ten thousand guesses from many places find nothing, all answered alike", async () => {
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

test("what has expired is looked up like what never was, and nothing more is done for it", async () => {
  const day = await guessedDay();
  day.clock.set("2027-06-10T04:00:00Z");
  const [expired, unknown] = [await day.ask(day.token, "10.2.0.1"), await day.ask(guess(), "10.2.0.2")];
  expect(expired.shape).toBe(unknown.shape);
  expect(day.lookups).toEqual(["byLink", "byLink"]);
  day.clock.set("2026-06-10T04:00:00Z");
  expect((await day.ask(day.token, "10.2.0.3")).status).toBe(200);
  expect(day.lookups).toEqual(["byLink", "byLink", "byLink", "look"]);
});
