import { expect, test } from "vitest";
import { composeRouteChange } from "./compose-route-change";

const facts = {
  driverName: "Ida",
  routeNumber: 7,
  date: "2026-10-25",
  timeZone: "Europe/Copenhagen",
  startAt: new Date("2026-10-25T07:15:00Z"),
  stops: 12,
  added: ["Gade 1 (Anna)"],
  removed: ["Vej 2 (Bo)", "Vej 3 (Carl)"],
};

test("tells only what is different, and that the link shows the rest", () => {
  const message = composeRouteChange(facts);
  expect(message.subject).toBe("Your route 7 on Sunday 25 October has changed");
  expect(message.sms).toBe(
    "Route 7, Sunday 25 October, has changed: 1 new, 2 taken off. Now 12 stops, start 08:15. Your link shows it.",
  );
  expect(message.email).toContain("New on your route:\n- Gade 1 (Anna)\n");
  expect(message.email).toContain("No longer on your route:\n- Vej 2 (Bo)\n- Vej 3 (Carl)\n");
});

test("says when only the order is new, when nothing is left, and cuts long lists", () => {
  const reordered = composeRouteChange({ ...facts, added: [], removed: [] });
  expect(reordered.sms).toContain("new order of stops");
  expect(reordered.email).toContain("their order is new");
  expect(composeRouteChange({ ...facts, stops: 0 }).sms).toContain("Now no stops.");
  const many = Array.from({ length: 25 }, (_, index) => `Gade ${index}`);
  expect(composeRouteChange({ ...facts, added: many }).email).toContain("- Gade 19\nand 5 more\n");
});
