import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { EVENT_TYPES } from "@/server/domain/event/domain-event";
import { eventDetails, eventSubject, eventTitle } from "./describe-event";

test("every type of event reads as words", () => {
  for (const type of EVENT_TYPES) expect(eventTitle(wordsFor("events"), type)).toMatch(/^[A-Z][a-z’ -]+ [a-z ]+$/);
  expect(eventTitle(wordsFor("events"), "delivery.created")).toBe("Order created");
  expect(eventTitle(wordsFor("events"), "plan.gone")).toBe("plan.gone");
});

test("the subject is the name it has now, else the one it had, else a route's number", () => {
  expect(
    eventSubject(wordsFor("settings"), { after: { name: "North" }, before: { name: "Old north" }, data: {} }),
  ).toBe("North");
  expect(eventSubject(wordsFor("settings"), { after: null, before: { label: "VAN-01" }, data: {} })).toBe("VAN-01");
  expect(eventSubject(wordsFor("settings"), { after: null, before: null, data: { routeNumber: 7 } })).toBe("Route 7");
  expect(eventSubject(wordsFor("settings"), { after: null, before: null, data: {} })).toBe("");
});

test("details name what changed, and leave out what did not", () => {
  const details = eventDetails({
    before: { name: "Anna", skills: ["cold"], shiftFromSeconds: 25_200 },
    after: { name: "Anna", skills: ["cold", "heavy"], shiftFromSeconds: 28_800 },
    data: {},
  });
  expect(details).toEqual([
    { field: "Skills", before: "cold", after: "cold, heavy" },
    { field: "Shift from seconds", before: "25200", after: "28800" },
  ]);
});
