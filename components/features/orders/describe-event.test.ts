import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { EVENT_TYPES } from "@/server/domain/event/domain-event";
import { eventDetail, eventTitle } from "./describe-event";

const t = wordsFor("orders");
const words = { orders: t, events: wordsFor("events") };
const spanish = { language: "es", locale: "es-ES" } as const;
const inSpanish = { orders: wordsFor("orders", spanish), events: wordsFor("events", spanish) };

it("names events it knows, and spells out those it does not", () => {
  expect(eventTitle(words, { type: "delivery.created", before: null, after: {} })).toBe("Created");
  expect(eventTitle(words, { type: "route.re-sent", before: null, after: null })).toBe("Route re sent");
});

it("says which fields a change touched, missing and null being the same", () => {
  const before = { serviceDate: "2026-03-09", notes: "", tags: [], pickup: null };
  const after = { serviceDate: "2026-03-10", notes: "", tags: ["vip"], version: 2 };
  expect(eventDetail(t, { type: "delivery.changed", before, after })).toBe("day, tags");
  expect(eventDetail(t, { type: "delivery.created", before: null, after })).toBe("");
});

it("says whatever the log can hold in words, in the reader's language", () => {
  for (const type of EVENT_TYPES) {
    const titles = [words, inSpanish].map((each) => eventTitle(each, { type, before: null, after: null }));
    expect(titles.join()).not.toContain(type.slice(type.indexOf(".")));
    expect(titles[0]).not.toBe(titles[1]);
  }
  const customers = ["delivery.rescheduled", "proof.granted", "delivery.messages-stopped"];
  expect(customers.map((type) => eventTitle(words, { type, before: null, after: null }))).toEqual([
    "Customer chose another slot",
    "Customer opened the proof",
    "Customer wants no more messages",
  ]);
});

it("says from which slot to which a customer has moved his delivery, also within a day", () => {
  const before = { serviceDate: "2026-03-09", windows: [{ fromSeconds: 32_400, toSeconds: 46_800 }] };
  const window = { date: "2026-03-09", fromSeconds: 54_000, toSeconds: 68_400 };
  const after = { serviceDate: "2026-03-09", windows: [window] };
  const moved = { type: "delivery.rescheduled", before, after };
  expect(eventDetail(t, moved)).toBe("from 9 Mar, 09:00–13:00 to 9 Mar, 15:00–19:00");
  expect(eventDetail(inSpanish.orders, moved)).toBe("de 9 mar, 09:00–13:00 a 9 mar, 15:00–19:00");
  const free = { ...moved, before: { serviceDate: "2026-03-08", windows: [window] } };
  expect(eventDetail(t, free)).toBe("from 8 Mar to 9 Mar, 15:00–19:00");
  // One that was on no day has been given one.
  expect(eventDetail(t, { ...moved, before: { serviceDate: null, windows: [] } })).toBe("day");
});
