import fc from "fast-check";
import { expect, test } from "vitest";
import { WINDOW_POLICIES } from "./assignment-terms";
import { groupByDay, type ToAssign } from "./group-by-day";

const days = new Map([
  ["north", { today: "2031-03-03", nextDay: "2031-03-04" }],
  ["south", { today: "2031-03-03", nextDay: "2031-03-03" }],
]);
const delivery = (id: string, more: Partial<ToAssign> = {}): ToAssign => ({
  id,
  projectId: "north",
  serviceDate: "2031-03-03",
  status: "requested",
  routeId: null,
  partnerId: null,
  ...more,
});
const grouped = (deliveries: readonly ToAssign[], policy: (typeof WINDOW_POLICIES)[number] = "strict") => {
  const { groups, served, leftOut } = groupByDay(deliveries, days, policy);
  return {
    groups: groups.map(({ projectId, date, deliveries: its }) => [projectId, date, ...its.map(({ id }) => id)]),
    served: served.map(({ id }) => id),
    leftOut: leftOut.map(({ deliveryId, reason }) => [deliveryId, reason]),
  };
};

test("one group per project and day, in the order asked for; any day is the first on which anybody works", () => {
  const asked = [
    delivery("a"),
    delivery("b", { serviceDate: null }),
    delivery("c", { projectId: "south", serviceDate: null }),
    delivery("d", { status: "scheduled" }),
    delivery("e", { serviceDate: "2031-03-04" }),
  ];
  expect(grouped(asked).groups).toEqual([
    ["north", "2031-03-03", "a", "d"],
    ["north", "2031-03-04", "b", "e"],
    ["south", "2031-03-03", "c"],
  ]);
});

test("what is on a route stays there, also when it is over; what else is over, or a partner's, is left out", () => {
  const asked = [
    delivery("a", { routeId: "route", status: "delivered" }),
    delivery("b", { status: "cancelled" }),
    delivery("c", { status: "failed" }),
    delivery("d", { partnerId: "partner" }),
  ];
  expect(grouped(asked)).toEqual({
    groups: [],
    served: ["a"],
    leftOut: [
      ["b", "closed"],
      ["c", "closed"],
      ["d", "with-partner"],
    ],
  });
});

test("a promise of a past day is kept strictly or not at all", () => {
  const past = [delivery("a", { serviceDate: "2031-03-02" })];
  expect(grouped(past).leftOut).toEqual([["a", "past-day"]]);
  for (const policy of ["soft", "ignore"] as const) {
    expect(grouped(past, policy).groups).toEqual([["north", "2031-03-04", "a"]]);
  }
});

test("each delivery is in one place and one only", () => {
  const any = fc.record({
    projectId: fc.constantFrom("north", "south"),
    serviceDate: fc.constantFrom(null, "2031-03-01", "2031-03-03", "2031-03-09"),
    status: fc.constantFrom("requested", "assigned", "enroute", "delivered", "failed"),
    routeId: fc.constantFrom(null, "route"),
    partnerId: fc.constantFrom(null, "partner"),
  });
  fc.assert(
    fc.property(fc.array(any), fc.constantFrom(...WINDOW_POLICIES), (rows, policy) => {
      const asked = rows.map((row, index) => delivery(`${index}`, row));
      const { groups, served, leftOut } = groupByDay(asked, days, policy);
      const placed = [...groups.flatMap((group) => group.deliveries), ...served].map(({ id }) => id);
      const all = [...placed, ...leftOut.map(({ deliveryId }) => deliveryId)];
      expect(all.toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
      for (const group of groups) expect(group.date >= days.get(group.projectId)!.today).toBe(true);
    }),
  );
});
