import fc from "fast-check";
import { expect, test } from "vitest";
import { composeId } from "../ids";
import { messageId, seqOfMessageId } from "./message-id";
import { type LoggedEvent, messagesOfEvent } from "./messages-of-event";

const ID = "01980000-0000-8000-8000-000000000001";
const event = (type: string, more: Partial<LoggedEvent> = {}): LoggedEvent => ({
  seq: 7,
  type,
  entityId: ID,
  planId: null,
  correlationId: "c",
  occurredAt: new Date("2026-06-10T07:00:00Z"),
  data: {},
  before: null,
  after: null,
  ...more,
});
const topics = (each: LoggedEvent) => messagesOfEvent(each).map(({ topic }) => topic);

test("a delivery's change of status is its own topic; any other change is a change", () => {
  const changed = (before: string, after: string) =>
    topics(event("delivery.changed", { before: { status: before }, after: { status: after } }));
  expect(changed("scheduled", "assigned")).toEqual(["delivery.assigned"]);
  expect(changed("enroute", "failed")).toEqual(["delivery.failed"]);
  expect(changed("assigned", "scheduled")).toEqual(["delivery.scheduled"]);
  expect(changed("requested", "requested")).toEqual(["delivery.changed"]);
  expect(topics(event("delivery.changed", { after: { notes: "x" } }))).toEqual(["delivery.changed", "delivery.edited"]);
});

test("what is taken back is gone to those outside, once", () => {
  const withdrawn = event("delivery.changed", { after: { externalId: null, withdrawnAt: "2026-06-10T07:00:00Z" } });
  expect(topics(withdrawn)).toEqual(["delivery.changed", "delivery.deleted"]);
  expect(topics(event("delivery.deleted"))).toEqual(["delivery.deleted"]);
  expect(topics(event("delivery.deleted", { data: { wasWithdrawn: true } }))).toEqual([]);
});

test("a route comes and goes with its driver's day, and tells of its ends; a driver tells where he stands", () => {
  const day = (change: string, routeId: string | null = ID) =>
    topics(event("driver-day.changed", { data: { change, routeId } }));
  expect([day("added"), day("removed"), day("changed"), day("removed", null)]).toEqual([
    ["route.created"],
    ["route.deleted"],
    [],
    [],
  ]);
  expect(topics(event("route.started"))).toEqual(["route.started", "route.start-changed"]);
  expect(topics(event("route.finished"))).toEqual(["route.finished", "route.end-changed"]);
  const driver = (after: object) => topics(event("driver.changed", { after: { ...after } }));
  expect(driver({ status: "inactive" })).toEqual(["driver.changed", "driver.deactivated"]);
  expect(driver({ name: "x" })).toEqual(["driver.changed"]);
});

test("a stop that ended says how, and what was brought as evidence, of its delivery", () => {
  const about = { deliveryId: "01980000-0000-8000-8000-000000000002", routeId: ID };
  const ended = event("stop.completed", { data: { ...about, outcome: "delivered", proofIds: ["p"] } });
  expect(messagesOfEvent(ended)).toMatchObject([
    { topic: "stop.completed", subjectId: about.deliveryId, visitId: ID, routeId: ID, outcome: "delivered" },
    { topic: "proof.created", deliveryId: about.deliveryId, proofIds: ["p"] },
    { topic: "stop.status-changed", outcome: "delivered" },
    { topic: "stop.changed", outcome: "delivered" },
  ]);
  const failed = event("stop.completed", { data: { ...about, outcome: "failed", reason: "nobody-home" } });
  expect(messagesOfEvent(failed)[0]).toMatchObject({ topic: "stop.failed", reason: "nobody-home" });
  expect(topics(event("stop.arrived", { data: about }))).toEqual(["stop.arrived", "stop.changed"]);
  expect(topics(event("stop.locked", { data: about }))).toEqual([]);
  expect(topics(event("message.sent"))).toEqual([]);
});

test("a message's name carries its entry's number, and sorts by it", () => {
  const number = fc.integer({ min: 1, max: 2 ** 43 });
  const subject = fc.tuple(fc.nat(2 ** 31), fc.nat(2 ** 31)).map(([time, random]) => composeId(time, random));
  fc.assert(
    fc.property(number, number, subject, fc.nat(3), (one, other, subjectId, ordinal) => {
      const name = messageId({ seq: one, subjectId }, ordinal);
      expect(seqOfMessageId(name)).toBe(one);
      expect(name < messageId({ seq: other, subjectId }, ordinal)).toBe(one < other);
    }),
  );
  expect(seqOfMessageId("nothing")).toBeUndefined();
});
