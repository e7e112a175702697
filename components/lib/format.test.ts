import { describe, expect, it } from "vitest";
import {
  formatAmount,
  formatCount,
  formatDate,
  formatDistance,
  formatDuration,
  formatInstant,
  formatMinutesDelta,
  formatMoney,
  formatRate,
  formatShare,
  formatTimeOfDay,
  formatTimeRange,
  formatWeight,
  formatZone,
} from "@/components/lib/format";
import { shownUnits } from "@/server/domain/unit/shown-units";

/** Intl separates with no-break spaces; the tests read better without. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("distance", () => {
  it("shows metres under 100 m, one decimal under 100 km, whole kilometres above", () => {
    expect(plain(formatDistance(84, { locale: "en-GB" }))).toBe("84 m");
    expect(plain(formatDistance(12_340, { locale: "en-GB" }))).toBe("12.3 km");
    expect(plain(formatDistance(99_949, { locale: "en-GB" }))).toBe("99.9 km");
    expect(plain(formatDistance(99_950, { locale: "en-GB" }))).toBe("100 km");
    expect(plain(formatDistance(1_234_567, { locale: "de" }))).toBe("1.235 km");
  });

  it("speaks miles and feet", () => {
    expect(plain(formatDistance(16_093, { units: "imperial", locale: "en-US" }))).toBe("10.0 mi");
    expect(plain(formatDistance(30, { units: "imperial", locale: "en-US" }))).toBe("98 ft");
  });

  it("shows a dash for nothing, not zero", () => {
    expect(formatDistance(null)).toBe("–");
    expect(plain(formatDistance(0, { locale: "en-GB" }))).toBe("0 m");
  });
});

describe("duration", () => {
  it.each([
    [0, "0:00"],
    [59, "0:01"],
    [29, "0:00"],
    [3_900, "1:05"],
    [36_000, "10:00"],
    [-300, "−0:05"],
    [-20, "0:00"],
  ])("%i s is %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  it("signs a change", () => {
    expect(plain(formatMinutesDelta(840, "en-GB"))).toMatch(/^\+14 mins?$/);
    expect(plain(formatMinutesDelta(-180, "en-GB"))).toMatch(/^−3 mins?$/);
    expect(plain(formatMinutesDelta(10, "en-GB"))).toMatch(/^±0 mins?$/);
  });
});

describe("time of day", () => {
  it("counts from midnight and never rounds a time up", () => {
    expect(formatTimeOfDay(34_200)).toBe("09:30");
    expect(formatTimeOfDay(34_259)).toBe("09:30");
    expect(formatTimeOfDay(0)).toBe("00:00");
  });

  it("marks times past midnight, and before", () => {
    expect(formatTimeOfDay(87_600)).toBe("00:20 +1");
    expect(formatTimeOfDay(-600)).toBe("23:50 −1");
  });

  it("has 24 hours unless told, and neither clock a noon or midnight of its own", () => {
    for (const locale of ["en-US", "en-GB"]) {
      const times = (hour12: boolean) =>
        [0, 43_200, 52_200].map((second) => plain(formatTimeOfDay(second, { locale, hour12 })).toUpperCase());
      expect(times(false)).toEqual(["00:00", "12:00", "14:30"]);
      expect(times(true)).toEqual(["12:00 AM", "12:00 PM", "2:30 PM"]);
    }
  });

  it("shows open ranges", () => {
    expect(formatTimeRange(32_400, 41_400)).toBe("09:00–11:30");
    expect(formatTimeRange(32_400, null)).toBe("09:00–");
    expect(formatTimeRange(null, 41_400)).toBe("–11:30");
    expect(formatTimeRange(null, null)).toBe("–");
  });
});

describe("weight, money, counts", () => {
  it("formats", () => {
    expect(plain(formatWeight(12_500, { locale: "en-GB" }))).toBe("12.5 kg");
    expect(plain(formatWeight(1_200_000, { locale: "en-GB" }))).toBe("1,200 kg");
    expect(plain(formatWeight(453_592, { units: "imperial", locale: "en-US" }))).toBe("1,000 lb");
    expect(plain(formatMoney(129_950, "EUR", "de"))).toBe("1.299,50 €");
    expect(formatMoney(undefined, "EUR")).toBe("–");
    expect(formatCount(4_812, "en-GB")).toBe("4,812");
    expect(formatShare(0.873, "en-GB")).toBe("87%");
  });
});

describe("rates", () => {
  const [metric, imperial] = [shownUnits("km", "kg"), shownUnits("mi", "lb")];
  it.each([
    [0.4, metric.moneyPerWeight, "€0.004"],
    [0.01, metric.moneyPerWeight, "€0.0001"],
    [111.23, metric.moneyPerDistance, "€1.1123"],
    [115, metric.moneyPerDistance, "€1.15"],
    [0, metric.moneyPerDistance, "€0.00"],
    // Typed as 1.79 and 0.10 a mile, and as 0.33 a pound.
    [111.23, imperial.moneyPerDistance, "€1.79"],
    [6.21, imperial.moneyPerDistance, "€0.10"],
    [72.75, imperial.moneyPerWeight, "€0.33"],
    [0.4, imperial.moneyPerWeight, "€0.0018"],
  ])("%d in %o is %s", (kept, unit, shown) => {
    expect(formatRate(kept, unit, "EUR", "en-GB")).toBe(shown);
  });
});

describe("dates", () => {
  it("keeps a calendar date whatever the machine's zone", () => {
    expect(formatDate("2026-03-09", { style: "short", locale: "en-GB" })).toBe("9 Mar");
    expect(plain(formatDate("2026-03-09", { locale: "en-GB" }))).toMatch(/^Mon,? 9 Mar 2026$/);
    expect(formatDate("", {})).toBe("–");
  });

  it("shows an instant in the zone asked for", () => {
    expect(plain(formatInstant("2026-03-09T23:30:00Z", "Europe/Madrid", "en-GB"))).toBe("10 Mar 2026, 00:30");
  });
});

describe("a zone", () => {
  it.each([
    ["Europe/Copenhagen", "2027-07-01", "Copenhagen (GMT+2)"],
    ["Europe/Madrid", "2027-03-28", "Madrid (GMT+1 → GMT+2)"],
    ["Europe/Madrid", "2027-03-29", "Madrid (GMT+2)"],
    ["Europe/Madrid", "2027-10-31", "Madrid (GMT+2 → GMT+1)"],
    ["Europe/Madrid", "2027-10-30", "Madrid (GMT+2)"],
    ["America/St_Johns", "2027-01-15", "St Johns (GMT-3:30)"],
    ["UTC", "2027-01-15", "UTC (GMT+0)"],
  ])("%s on %s is said with its offset, or both of a day with a change", (zone, date, said) => {
    expect(formatZone(zone, date, "en-GB")).toBe(said);
  });
});

describe("amount", () => {
  it("is told in its unit, one decimal under ten where there is one", () => {
    expect(formatAmount(12_400, { unit: "kg", perUnit: 1000 })).toBe("12 kg");
    expect(formatAmount(1500, { unit: "kg", perUnit: 1000 })).toBe("1.5 kg");
    expect(formatAmount(3, { unit: "", perUnit: 1 })).toBe("3");
  });
});
