import { describe, expect, it } from "vitest";
import { normalizePhone } from "./normalize-phone";

describe("phone numbers", () => {
  it.each([
    ["+447700900326", "DK", "+447700900326"],
    ["+44 7700 900-034", "ES", "+447700900034"],
    ["07700 900326", "GB", "+447700900326"],
    ["004512345678", "DK", "+4512345678"],
    ["00 34 600 000 001", "DK", "+34600000001"],
    ["12 34 56 78", "DK", "+4512345678"],
    ["4512345678", "DK", "+4512345678"],
    ["447700900326", "DK", "+447700900326"],
    ["(030) 123456", "DE", "+4930123456"],
    ["tel:+4512345678", "DK", "+4512345678"],
    ["'+4512345678", "DK", "+4512345678"],
    ["+4512345678 ext. 12", "DK", "+4512345678"],
    ["+34555010123", "ES", "+34555010123"],
    ["12345678", "", "unknown_country_code"],
    ["12345", "DK", "too_short"],
    ["12", "DK", "too_short"],
    ["+451234567890123", "DK", "too_long"],
    ["+999123456789", "DK", "unknown_country_code"],
    ["call me", "DK", "not_a_number"],
    ["12345678 / 87654321", "DK", "too_long"],
    ["=1+1", "DK", "not_a_number"],
  ])("takes %s in %s as %s", (text, country, expected) => {
    const verdict = normalizePhone(text, country);
    expect(verdict.ok ? verdict.phone : verdict.reason).toBe(expected);
  });
});
