import { expect, it } from "vitest";
import { dispatchRows } from "../dispatch/dispatch-rows";
import { makeBoard } from "../testing/make-board";
import { notifyRows } from "./notify-rows";

it("writes only to drivers who hold their route, over channels they have", () => {
  const { routes } = makeBoard({ routes: 5, stopsPerRoute: 2 });
  const statuses = ["planned", "dispatched", "started", "finished", "dispatched"] as const;
  const day = routes.map((route, index) => ({
    ...route,
    status: statuses[index]!,
    driver: { ...route.driver, email: "a@example.org", phone: index === 1 ? "" : "+34600000000" },
  }));
  const told = (channels: readonly ("email" | "sms")[]) =>
    notifyRows(dispatchRows(day), channels).map(({ contacts, obstacle }) => obstacle ?? contacts.length);
  expect(told(["email", "sms"])).toEqual(["not-sent", 1, 2, "finished", 2]);
  expect(told(["sms"])).toEqual(["not-sent", "no-contact", 1, "finished", 1]);
});
