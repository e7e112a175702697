import { describe, expect, it } from "vitest";
import type { CellResult } from "./cell-result";
import { parseCellClock } from "./parse-cell-clock";
import { parseCellEmail } from "./parse-cell-contact";
import { parseCellCountry } from "./parse-cell-country";
import { parseCellDate } from "./parse-cell-date";
import { parseCellKind } from "./parse-cell-kind";
import { parseCellList } from "./parse-cell-list";
import { parseCellMinutes } from "./parse-cell-minutes";
import { parseCellNotification } from "./parse-cell-notification";
import { parseCellCount, parseCellDecimal } from "./parse-cell-number";
import { parseCellPostcode } from "./parse-cell-postcode";
import { parseCellPriority } from "./parse-cell-priority";
import { parseCellVolumeMilliliters, parseCellWeightGrams } from "./parse-cell-quantity";

/** The value, or the code of the refusal. */
function outcome<T>(result: CellResult<T>): T | string {
  if (!result.ok) expect(result.message).toMatch(/^.+[.?]$/s);
  return result.ok ? result.value : result.code;
}

describe("numbers", () => {
  it.each([
    ["1.2", 1.2],
    ["1,2", 1.2],
    ["-4", -4],
    ["+7", 7],
    [".5", 0.5],
    ["1 200", 1200],
    ["1'200.50", 1200.5],
    ["1.200,5", 1200.5],
    ["1,200.5", 1200.5],
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["0,125", 0.125],
    ["1e9", 1e9],
    ["twelve", "not_a_number"],
    ["1.2.3", "not_a_number"],
    ["1,2,3", "not_a_number"],
    ["12kg", "not_a_number"],
    ["1 2", "not_a_number"],
    ["Infinity", "not_a_number"],
    ["1e999", "not_a_number"],
    ["0x10", "not_a_number"],
  ])("reads %s as %s", (text, expected) => {
    expect(outcome(parseCellDecimal(text))).toBe(expected);
  });

  it("says how it read a comma before three digits", () => {
    expect(parseCellDecimal("1,200")).toMatchObject({ ok: true, value: 1.2, warning: { code: "ambiguous_number" } });
    expect(parseCellDecimal("55,653")).toMatchObject({ value: 55.653 });
    expect(parseCellDecimal("1,20")).toEqual({ ok: true, value: 1.2 });
  });

  it.each([
    ["3", 3],
    ["3.0", 3],
    ["3.5", "not_whole"],
    ["-1", "negative"],
    ["101", "too_large"],
  ])("counts %s as %s", (text, expected) => {
    expect(outcome(parseCellCount(text, 100, "Parcels"))).toBe(expected);
  });
});

describe("weights, volumes, minutes", () => {
  it.each([
    ["1.2", 1200],
    ["1,2 kg", 1200],
    ["1 200 g", 1200],
    ["2.5KG", 2500],
    ["3 lbs", 1361],
    ["0,5 t", 500_000],
    ["-4", "negative"],
    ["-4 kg", "negative"],
    ["twelve", "not_a_number"],
    ["kg", "not_a_number"],
    ["3 stone", "unknown_unit"],
    ["101 t", "too_large"],
  ])("weighs %s as %s g", (text, expected) => {
    expect(outcome(parseCellWeightGrams(text))).toBe(expected);
  });

  it.each([
    ["15.2", 15_200],
    ["0.5 m3", 500_000],
    ["0,5 m³", 500_000],
    ["750 ml", 750],
    ["3 buckets", "unknown_unit"],
  ])("measures %s as %s ml", (text, expected) => {
    expect(outcome(parseCellVolumeMilliliters(text))).toBe(expected);
  });

  it.each([
    ["10", 600],
    ["2,5", 150],
    ["10 min", 600],
    ["90 s", 90],
    ["1h", 3600],
    ["1h30", 5400],
    ["1 h 30 min", 5400],
    ["00:10", 600],
    ["00:03:30", 210],
    ["PT10M", 600],
    ["0", 0],
    ["720", 43_200],
    ["721", "too_large"],
    ["1e9", "too_large"],
    ["-1", "negative"],
    ["soon", "not_a_number"],
    ["10 parsecs", "not_a_number"],
  ])("takes %s as %s seconds at the door", (text, expected) => {
    expect(outcome(parseCellMinutes(text))).toBe(expected);
  });
});

describe("dates and clocks", () => {
  it.each([
    ["2026-11-21", "2026-11-21"],
    ["2026/11/5", "2026-11-05"],
    ["20261121", "2026-11-21"],
    ["21.11.2026", "2026-11-21"],
    ["3.4.2026", "2026-04-03"],
    ["21/11/2026", "2026-11-21"],
    ["11/21/2026", "2026-11-21"],
    ["04-04-2026", "2026-04-04"],
    ["2026-11-21 00:00", "2026-11-21"],
    ["2026-11-21T08:00:00Z", "2026-11-21"],
    ["21 Nov 2026", "2026-11-21"],
    ["Nov 21, 2026", "2026-11-21"],
    ["21. März 2026", "2026-03-21"],
    ["1er août 2026", "bad_date"],
    ["21 de noviembre de 2026", "2026-11-21"],
    ["3. juillet 2026", "2026-07-03"],
    ["03/04/2026", "ambiguous_date"],
    ["03-04-2026", "ambiguous_date"],
    ["21.11.26", "bad_date"],
    ["2026-13-01", "bad_date"],
    ["2026-02-30", "bad_date"],
    ["1850-01-01", "bad_date"],
    ["9999-12-31", "bad_date"],
    ["45982", "bad_date"],
    ["tomorrow", "bad_date"],
  ])("reads %s as %s", (text, expected) => {
    expect(outcome(parseCellDate(text))).toBe(expected);
  });

  it("follows the order it is told where the notation is silent", () => {
    expect(outcome(parseCellDate("03/04/2026", "day-first"))).toBe("2026-04-03");
    expect(outcome(parseCellDate("03/04/2026", "month-first"))).toBe("2026-03-04");
    expect(outcome(parseCellDate("21/11/2026", "month-first"))).toBe("2026-11-21");
  });

  it.each([
    ["08:00", { seconds: 28_800 }],
    ["2026-11-21 08:00", { date: "2026-11-21", seconds: 28_800 }],
    ["2026-11-21T08:00:00", { date: "2026-11-21", seconds: 28_800 }],
    ["2026-11-21T23:30:00Z", { date: "2026-11-22", seconds: 1800 }],
    ["2026-07-01T08:00:00+00:00", { date: "2026-07-01", seconds: 36_000 }],
    ["25:00", "bad_time"],
    ["2026-02-30 08:00", "bad_date"],
    ["2026-11-21T99:00:00Z", "bad_time"],
  ])("reads one end of a window %s on Copenhagen's clock", (text, expected) => {
    expect(outcome(parseCellClock(text, "Europe/Copenhagen"))).toEqual(expected);
  });
});

describe("words", () => {
  it.each([
    ["normal", "normal"],
    ["URGENT", "critical"],
    ["hoch", "high"],
    ["Élevée", "high"],
    ["lav", "low"],
    ["URGENT!!", "unknown_priority"],
    ["1", "unknown_priority"],
    ["constructor", "unknown_priority"],
  ])("takes priority %s as %s", (text, expected) => {
    expect(outcome(parseCellPriority(text))).toBe(expected);
  });

  it("asks whether a near miss was meant", () => {
    expect(parseCellPriority("URGENT!!")).toMatchObject({ message: expect.stringContaining("Did you mean critical?") });
  });

  it.each([
    ["dont_notify", "dont_notify"],
    ["Don't notify", "dont_notify"],
    ["SMS", "sms"],
    ["E-Mail", "email"],
    ["both", "both"],
    ["Email + SMS", "both"],
    ["maybe", "unknown_notification"],
    ["1", "unknown_notification"],
  ])("takes %s as the wish to be written by %s", (text, expected) => {
    expect(outcome(parseCellNotification(text))).toBe(expected);
  });

  it.each([
    ["Drop-off", "dropoff"],
    ["Abholung", "pickup"],
    ["pickup and delivery", "pair"],
    ["task", "task"],
    ["teleport", "unknown_kind"],
  ])("takes kind %s as %s", (text, expected) => {
    expect(outcome(parseCellKind(text))).toBe(expected);
  });

  it.each([
    ["dk", "DK"],
    ["UK", "GB"],
    ["DNK", "DK"],
    ["Danmark", "DK"],
    ["Deutschland", "DE"],
    ["España", "ES"],
    ["États-Unis", "US"],
    ["United Kingdom", "GB"],
    ["ZZ", "unknown_country"],
    ["Atlantis", "unknown_country"],
  ])("takes country %s as %s", (text, expected) => {
    expect(outcome(parseCellCountry(text))).toBe(expected);
  });

  it.each([
    ["1260", "DK", "1260"],
    ["DK-1260", "DK", "1260"],
    ["99999", "DK", "postcode_shape"],
    ["800", "DK", "0800"],
    ["8007", "ES", "08007"],
    ["sw1a 1aa", "GB", "SW1A 1AA"],
    ["1012ab", "NL", "1012AB"],
    ["12345-6789", "US", "12345-6789"],
    ["ABC", "DE", "postcode_shape"],
    ["anything", "KE", "ANYTHING"],
  ])("takes postcode %s of %s as %s", (text, country, expected) => {
    expect(outcome(parseCellPostcode(text, country))).toBe(expected);
  });

  it("warns of a leading zero it put back", () => {
    expect(parseCellPostcode("8007", "ES")).toMatchObject({ warning: { code: "postcode_padded" } });
  });

  it.each([
    ["anna@example.com", "anna@example.com"],
    ["Anna <anna@example.com>", "anna@example.com"],
    ["mailto:anna@example.com", "anna@example.com"],
    ["not-an-email", "email"],
    ["a@example.com; b@example.com", "email"],
    ["a@b", "email"],
  ])("takes e-mail %s as %s", (text, expected) => {
    expect(outcome(parseCellEmail(text))).toBe(expected);
  });

  it("splits lists without repeats", () => {
    expect(outcome(parseCellList("cold; fragile,cold\n vip |"))).toEqual(["cold", "fragile", "vip"]);
    expect(outcome(parseCellList("cold;=1+1"))).toBe("formula");
    expect(outcome(parseCellList("x".repeat(61)))).toBe("too_long");
    expect(outcome(parseCellList(Array.from({ length: 51 }, (_, index) => `s${index}`).join(";")))).toBe(
      "too_many_entries",
    );
  });
});
