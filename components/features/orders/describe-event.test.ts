import { expect, it } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { changedFields, eventTitle } from "./describe-event";

const t = wordsFor("orders");

it("names events it knows, and spells out those it does not", () => {
  expect(eventTitle(t, { type: "delivery.created", before: null, after: {} })).toBe("Created");
  expect(eventTitle(t, { type: "route.re-sent", before: null, after: null })).toBe("Route re sent");
});

it("says which fields a change touched, missing and null being the same", () => {
  const before = { serviceDate: "2026-03-09", notes: "", tags: [], pickup: null };
  const after = { serviceDate: "2026-03-10", notes: "", tags: ["vip"], version: 2 };
  expect(changedFields(t, { type: "delivery.changed", before, after })).toBe("day, tags");
  expect(changedFields(t, { type: "delivery.created", before: null, after })).toBe("");
});
