import { expect, test } from "vitest";
import { composeRouteMessage } from "./compose-route-message";

test("tells the driver day and start in the plan's own time, with the link", () => {
  const message = composeRouteMessage({
    driverName: "Ida",
    routeNumber: 7,
    date: "2026-10-25",
    timeZone: "Europe/Copenhagen",
    startAt: new Date("2026-10-25T07:15:00Z"),
    stops: 1,
    link: "https://dray.test/run/abc",
  });
  expect(message.subject).toBe("Your route 7 on Sunday 25 October");
  expect(message.sms).toBe("Route 7, Sunday 25 October: 1 stop, start 08:15. https://dray.test/run/abc");
  expect(message.email).toContain("\nhttps://dray.test/run/abc\n");
});
