import { expect, test } from "vitest";
import { messageReaderOf } from "./message-reader";

test("a country's own language where we write it, else English as the British write it", () => {
  expect(messageReaderOf("ES")).toEqual({ language: "es", locale: "es-ES" });
  expect(messageReaderOf("MX")).toEqual({ language: "es", locale: "es-MX" });
  expect(messageReaderOf("US")).toEqual({ language: "en", locale: "en-US" });
  for (const country of ["DK", "FR", "BR"])
    expect(messageReaderOf(country)).toEqual({ language: "en", locale: "en-GB" });
});
