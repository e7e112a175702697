import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { EVENT_TYPES } from "@/server/domain/event/domain-event";
import { eventDetails, eventSubject, eventTitle } from "./describe-event";

test("every type of event reads as words", () => {
  for (const type of EVENT_TYPES)
    expect(eventTitle(wordsFor("events"), type)).toMatch(/^(API|[A-Z][a-z’ -]+) [a-z ]+$/);
  expect(eventTitle(wordsFor("events"), "delivery.created")).toBe("Order created");
  expect(eventTitle(wordsFor("events"), "plan.gone")).toBe("plan.gone");
});

test("the subject is the name it has now, else the one it had, else a route's number", () => {
  expect(
    eventSubject(
      { t: wordsFor("activity"), edits: wordsFor("edits") },
      { after: { name: "North" }, before: { name: "Old north" }, data: {} },
    ),
  ).toBe("North");
  expect(
    eventSubject(
      { t: wordsFor("activity"), edits: wordsFor("edits") },
      { after: null, before: { label: "VAN-01" }, data: {} },
    ),
  ).toBe("VAN-01");
  expect(
    eventSubject(
      { t: wordsFor("activity"), edits: wordsFor("edits") },
      { after: null, before: null, data: { routeNumber: 7 } },
    ),
  ).toBe("Route 7");
  expect(
    eventSubject({ t: wordsFor("activity"), edits: wordsFor("edits") }, { after: null, before: null, data: {} }),
  ).toBe("");
  const summary = { kind: "lock-stops", stops: 3, isLocked: true };
  const spanish = { language: "es", locale: "es-ES" } as const;
  const words = { t: wordsFor("activity", spanish), edits: wordsFor("edits", spanish) };
  expect(eventSubject(words, { after: null, before: null, data: { label: "Lock 3 stops", summary } })).toBe(
    "Fijar 3 paradas",
  );
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
