import { expect, test } from "vitest";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { composeRouteMessage } from "./compose-route-message";

const facts = {
  driverName: "Ida",
  routeNumber: 7,
  date: "2026-10-25",
  timeZone: "Europe/Copenhagen",
  startAt: new Date("2026-10-25T07:15:00Z"),
  stops: 1,
  link: "https://dray.test/run/abc",
};

test("tells the driver day and start in the plan's own time, with the link", () => {
  const message = composeRouteMessage(messageReaderOf("DK"), facts);
  expect(message.subject).toBe("Your route 7 on Sunday 25 October");
  expect(message.sms).toBe("Route 7, Sunday 25 October: 1 stop, start 08:15. https://dray.test/run/abc");
  expect(message.email).toContain("\nhttps://dray.test/run/abc\n");
});

test("is written in Spanish where the project is, and in a country's own customs", () => {
  const message = composeRouteMessage(messageReaderOf("ES"), facts);
  expect(message.subject).toBe("Su ruta 7 del domingo, 25 de octubre");
  expect(message.sms).toBe("Ruta 7, domingo, 25 de octubre: 1 parada, salida 08:15. https://dray.test/run/abc");
  expect(message.email).toContain("Hola, Ida:\n");
  expect(message.email).toContain("\nhttps://dray.test/run/abc\n");
  expect(composeRouteMessage(messageReaderOf("US"), facts).sms).toMatch(
    /^Route 7, Sunday, October 25: .* start 08:15 AM\./,
  );
});
