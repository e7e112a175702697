import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { hasWrongPin } from "./door-pin";
import { driverOpSchema } from "./driver-op";

const visitId = randomUUID();
const task = { label: "", required: true, options: [] as string[] };
const tasksOf = new Map([
  [
    visitId,
    [
      { ...task, kind: "text" as const },
      { ...task, kind: "pin" as const, options: ["12 3a"] },
    ],
  ],
]);
const complete = (answers: object[], rest: object = {}) =>
  driverOpSchema.parse({
    opId: randomUUID(),
    deviceSeq: 1,
    occurredAt: "2026-06-10T08:00:00Z",
    type: "complete",
    visitIds: [visitId],
    outcome: "delivered",
    answers,
    ...rest,
  });

test("a PIN is the recipient's however it is typed, and nobody else's", () => {
  expect(hasWrongPin(complete([{ task: 1, value: "123A" }]), tasksOf)).toBe(false);
  expect(hasWrongPin(complete([{ task: 1, value: " 1 23a" }]), tasksOf)).toBe(false);
  expect(hasWrongPin(complete([{ task: 1, value: "123B" }]), tasksOf)).toBe(true);
  expect(hasWrongPin(complete([{ task: 1, value: 123 }]), tasksOf)).toBe(true);
});

test("other tasks, other doors, and doors where nothing was handed over have no PIN to be wrong", () => {
  expect(hasWrongPin(complete([{ task: 0, value: "x" }]), tasksOf)).toBe(false);
  expect(hasWrongPin(complete([{ task: 1, value: "x" }]), new Map())).toBe(false);
  expect(hasWrongPin(complete([{ task: 1, value: "x" }], { outcome: "failed", reason: "refused" }), tasksOf)).toBe(
    false,
  );
});
