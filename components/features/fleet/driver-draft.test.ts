import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { checkDriver, type DriverDraft, NEW_DRIVER, readShift } from "./driver-draft";

const t = wordsFor("fleet");

const TERMS = { defaultCountry: "DK", driverFieldDefinitions: [] };
const draft = (change: Partial<DriverDraft> = {}): DriverDraft => ({ ...NEW_DRIVER, name: "Anna Holm", ...change });

test("a number without a country code becomes one of the project's country", () => {
  const checked = checkDriver(t, draft({ phone: "20 12 34 56", costPerHour: "24,50" }), "active", TERMS, {});
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
  const checked = checkDriver(t, draft(change), "active", TERMS, {});
  expect(checked.ok).toBe(false);
  expect(checked.ok ? [] : Object.keys(checked.errors)).toEqual([field]);
});

test("a shift that ends at or before its beginning ends the next day", () => {
  expect(readShift("22:00", "06:00")).toEqual({ fromSeconds: 79_200, toSeconds: 108_000, isOvernight: true });
  expect(readShift("8", "16:30")).toEqual({ fromSeconds: 28_800, toSeconds: 59_400, isOvernight: false });
});

test("breaks are read in order, those of a night after midnight; one that is none is refused", () => {
  const rest = (from: string, to: string, minutes = "30") => ({ key: from, from, to, minutes });
  const read = (change: Partial<DriverDraft>) => {
    const checked = checkDriver(t, draft(change), "active", TERMS, {});
    return checked.ok ? checked.input.breaks : Object.keys(checked.errors);
  };
  expect(read({ breaks: [rest("15:00", "16:00", "10"), rest("11:30", "13:30")] })).toEqual([
    { fromSeconds: 41_400, toSeconds: 48_600, durationSeconds: 1800 },
    { fromSeconds: 54_000, toSeconds: 57_600, durationSeconds: 600 },
  ]);
  expect(
    read({ shiftFrom: "22:00", shiftTo: "06:00", breaks: [rest("23:30", "01:00"), rest("03:00", "03:30")] }),
  ).toEqual([
    { fromSeconds: 84_600, toSeconds: 90_000, durationSeconds: 1800 },
    { fromSeconds: 97_200, toSeconds: 99_000, durationSeconds: 1800 },
  ]);
  expect(read({ shiftFrom: "12:00", shiftTo: "20:00", breaks: [rest("11:30", "13:30")] })).toEqual([
    { fromSeconds: 41_400, toSeconds: 48_600, durationSeconds: 1800 },
  ]);
  expect(read({ breaks: [rest("06:30", "08:00")] })).toMatchObject([{ fromSeconds: 23_400, toSeconds: 28_800 }]);
  expect(read({ breaks: [rest("later", "13:00")] })).toEqual(["breaks"]);
  expect(read({ breaks: [rest("12:00", "13:00", "0")] })).toEqual(["breaks"]);
});
