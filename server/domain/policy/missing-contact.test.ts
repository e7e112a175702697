import { expect, test } from "vitest";
import { missingContact } from "./missing-contact";

const rules = { minAttempts: 2, channels: [], waitMinutes: 5, notes: {} };
const MINUTE = 60_000;

test("tries and the wait count apart, and only tries by the channels named", () => {
  const none = { tries: [], arrivedAtMs: 0, atMs: 0 };
  expect(missingContact({ ...rules, minAttempts: 0, waitMinutes: 0 }, none)).toBeNull();
  expect(missingContact(rules, none)).toEqual({ attempts: 2, waitSeconds: 300 });
  expect(missingContact(rules, { tries: ["call", "doorbell"], arrivedAtMs: 0, atMs: 2 * MINUTE })).toEqual({
    attempts: 0,
    waitSeconds: 180,
  });
  expect(missingContact(rules, { tries: ["call", "sms"], arrivedAtMs: 0, atMs: 5 * MINUTE })).toBeNull();
  const byPhone = { ...rules, channels: ["call" as const] };
  expect(missingContact(byPhone, { tries: ["call", "doorbell"], arrivedAtMs: 0, atMs: 9 * MINUTE })).toEqual({
    attempts: 1,
    waitSeconds: 0,
  });
});

test("who has not arrived has not waited", () => {
  const at = { tries: ["sms", "sms"] as const, arrivedAtMs: null, atMs: 99 * MINUTE };
  expect(missingContact(rules, at)).toEqual({ attempts: 0, waitSeconds: 300 });
});
