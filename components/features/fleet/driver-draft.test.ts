import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { checkDriver, type DriverDraft, NEW_DRIVER, readShift } from "./driver-draft";

const t = wordsFor("fleet");

const draft = (change: Partial<DriverDraft> = {}): DriverDraft => ({ ...NEW_DRIVER, name: "Anna Holm", ...change });

test("a number without a country code becomes one of the project's country", () => {
  const checked = checkDriver(t, draft({ phone: "20 12 34 56", costPerHour: "24,50" }), "active", "DK");
  expect(checked).toMatchObject({ ok: true, input: { phone: "+4520123456", costPerHourCents: 2450 } });
});

test.each<[Partial<DriverDraft>, keyof DriverDraft]>([
  [{ name: "  " }, "name"],
  [{ phone: "call me" }, "phone"],
  [{ phone: "123" }, "phone"],
  [{ email: "anna@" }, "email"],
  [{ shiftFrom: "25:00" }, "shiftFrom"],
  [{ shiftTo: "" }, "shiftTo"],
  [{ costPerHour: "-3" }, "costPerHour"],
  [{ costPerHour: "lots" }, "costPerHour"],
])("%o is refused at %s", (change, field) => {
  const checked = checkDriver(t, draft(change), "active", "DK");
  expect(checked.ok).toBe(false);
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
});

test("a shift that ends at or before its beginning ends the next day", () => {
  expect(readShift("22:00", "06:00")).toEqual({ fromSeconds: 79_200, toSeconds: 108_000, isOvernight: true });
  expect(readShift("8", "16:30")).toEqual({ fromSeconds: 28_800, toSeconds: 59_400, isOvernight: false });
});
