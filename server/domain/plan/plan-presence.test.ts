import { expect, it } from "vitest";
import { initialsOf, peopleOf } from "./plan-presence";

it.each([
  ["Ana Ruiz", "AR"],
  ["Ana Maria de la Cruz", "AC"],
  ["ana", "AN"],
  ["ana.ruiz@example.com", "AC"],
  ["Ñoño Élan", "ÑÉ"],
  ["", "?"],
])("the initials of %j are %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it("shows a person once, with what they have in hand on all their boards", () => {
  const people = peopleOf([
    { userId: "2", name: "Ben", activity: null, routeIds: [] },
    { userId: "1", name: "Ana", activity: "dragging", routeIds: ["a"] },
    { userId: "1", name: "Ana", activity: "previewing", routeIds: ["b"] },
  ]);
  expect(people).toEqual([
    {
      userId: "1",
      name: "Ana",
      leases: [
        { activity: "dragging", routeIds: ["a"] },
        { activity: "previewing", routeIds: ["b"] },
      ],
    },
    { userId: "2", name: "Ben", leases: [] },
  ]);
});
