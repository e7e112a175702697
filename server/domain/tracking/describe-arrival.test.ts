import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { LANGUAGES } from "@/server/domain/preference/preferences";
import { SAFE_PLACES } from "./customer-act";
import { type ArrivalFacts, describeArrival } from "./describe-arrival";
import { TRACKING_STATES } from "./tracking-state";
import { trackingWords } from "./tracking-words";

const facts: ArrivalFacts = {
  state: "on-the-way",
  lateness: "late",
  window: { fromMs: Date.parse("2026-10-25T00:30:00Z"), toMs: Date.parse("2026-10-25T01:30:00Z") },
  serviceDate: "2026-10-25",
  timeZone: "Europe/Copenhagen",
};

describe("what a customer reads first", () => {
  test("late before anything else, the window in the door's own time, also where the clock is put back", () => {
    const lines = describeArrival(messageReaderOf("DK"), facts);
    expect(Object.keys(lines)).toEqual(["lateness", "state", "day", "window"]);
    expect(lines).toEqual({
      lateness: "Your delivery is late. We are sorry.",
      state: "Your delivery is on the way",
      day: "On Sunday 25 October",
      window: "Between 02:30 GMT+2 and 02:30 GMT+1",
    });
    expect(describeArrival(messageReaderOf("ES"), { ...facts, timeZone: "UTC" })).toMatchObject({
      day: "El domingo, 25 de octubre",
      window: "Entre las 00:30 y las 01:30",
    });
  });

  test("nothing is expected any more of what has ended or stands at the door", () => {
    expect(describeArrival(messageReaderOf("DK"), { ...facts, state: "delivered" })).toEqual({
      lateness: "",
      state: "Delivered",
      day: "",
      window: "",
    });
    expect(describeArrival(messageReaderOf("DK"), { ...facts, state: "arrived" })).toMatchObject({
      lateness: "",
      window: "",
    });
  });

  test("every language has a text of its own for every state and place", () => {
    const [first, second] = LANGUAGES.map(trackingWords);
    for (const state of TRACKING_STATES) expect(first!.states[state]).not.toBe(second!.states[state]);
    for (const place of SAFE_PLACES) expect(first!.safePlaces[place]).not.toBe(second!.safePlaces[place]);
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), fc.integer({ min: 2, max: 99 }), (language, stops) => {
        const words = trackingWords(language);
        expect(words.stopsBefore(stops)).toContain(String(stops));
        expect(words.stopsBefore(0)).not.toMatch(/\d/);
        expect(words.driver("Ida")).toContain("Ida");
      }),
    );
  });
});
