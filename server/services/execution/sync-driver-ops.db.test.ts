import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { drivenDay } from "@/server/testing/driven-day";
import { readEventsAfter } from "../event/read-events-after";
import { moveStops } from "../plan/move-stops";
import { readRun } from "./read-run";
import { syncDriverOps } from "./sync-driver-ops";

type Day = Awaited<ReturnType<typeof drivenDay>>;

async function send(day: Day, route: number, acts: readonly unknown[], deviceNow = day.clock.now()) {
  return syncDriverOps(await day.driver(route), { deviceNow, ops: [...acts] });
}

async function statuses({ scenario }: Day) {
  const rows = await scenario.tenant.database.raw`select id, status from delivery
    where organization_id = ${scenario.tenant.organizationId}`;
  return scenario.deliveryIds.map((id) => rows.find((row) => row.id === id)?.status);
}

const eventsOf = async ({ scenario }: Day, afterSeq: number) =>
  (await readEventsAfter(scenario.context(), { afterSeq, limit: 1000 })).events;

async function lastSeq({ scenario }: Day) {
  return (await readEventsAfter(scenario.context(), { afterSeq: null })).lastSeq;
}

describe("a driver's day", () => {
  test("goes from accepting to the last outcome; route, stops, deliveries and log say so with the right times", async () => {
    const day = await drivenDay([[0, 1, 2], []]);
    const { clock, scenario, act } = day;
    const [first, second, third] = scenario.visitIds as [string, string, string];
    const from = await lastSeq(day);
    const begun = [act({ type: "accept" }), act({ type: "check-in" }), act({ type: "start-route" })];
    clock.advanceSeconds(600);
    const arrivedAt = clock.now();
    const offline = [
      act({ type: "depart", visitId: first }),
      act({ type: "arrive", visitId: first }),
      act({ type: "complete", visitIds: [first], outcome: "delivered", recipientName: "Ann" }),
    ];
    clock.advanceSeconds(600);
    offline.push(
      act({ type: "complete", visitIds: [second], outcome: "attempted", reason: "nobody-home" }),
      act({ type: "depart", visitId: third }),
    );
    clock.advanceSeconds(3600);
    const { answers } = await send(day, 0, [...begun, ...offline]);
    expect(answers.map(({ verdict }) => verdict)).toEqual(Array(8).fill("applied"));
    expect(await statuses(day)).toEqual(["delivered", "failed", "enroute"]);
    expect((await scenario.board()).routes.map(({ status }) => status)).toEqual(["started", "planned"]);
    const events = await eventsOf(day, from);
    expect(events.map(({ type }) => type)).toEqual([
      "assignment.accepted",
      "route.checked-in",
      "route.started",
      "stop.departed",
      "stop.arrived",
      "stop.completed",
      "stop.completed",
      "stop.departed",
      ...Array(3).fill("delivery.changed"),
      // He did not keep to the planned order: what he made stands first now.
      "route.changed",
    ]);
    const arrival = events.find(({ type }) => type === "stop.arrived")!;
    expect(new Date(arrival.occurredAt).getTime()).toBe(arrivedAt.getTime());
    expect(new Date(arrival.receivedAt).getTime()).toBe(clock.now().getTime());
    const run = (await readRun(await day.driver(0), {}))!;
    expect(run.ops.map(({ type }) => type)).toHaveLength(8);
    expect(run.sheet.stops).toHaveLength(3);
  });

  test("the same batch twice changes nothing the second time and answers every act", async () => {
    const day = await drivenDay([[0]]);
    const acts = [
      day.act({ type: "start-route" }),
      day.act({ type: "complete", visitIds: [day.scenario.visitIds[0]], outcome: "delivered" }),
    ];
    await send(day, 0, acts);
    const seq = await lastSeq(day);
    const { answers } = await send(day, 0, acts);
    expect(answers.map(({ verdict }) => verdict)).toEqual(["duplicate", "duplicate"]);
    expect(await lastSeq(day)).toBe(seq);
  });

  test("the same batch at the same time from two connections is taken once", async () => {
    const day = await drivenDay([[0]]);
    const from = await lastSeq(day);
    const acts = [day.act({ type: "complete", visitIds: [day.scenario.visitIds[0]], outcome: "delivered" })];
    const both = await Promise.all([send(day, 0, acts), send(day, 0, acts)]);
    expect(both.map(({ answers }) => answers[0]?.verdict).sort()).toEqual(["applied", "duplicate"]);
    const completed = (await eventsOf(day, from)).filter(({ type }) => type === "stop.completed");
    expect(completed).toHaveLength(1);
  });

  test("a stop that was moved to a colleague meanwhile is refused by name of his route, and the desk hears of it", async () => {
    const day = await drivenDay([[0, 1], [2]]);
    const { scenario, act } = day;
    await moveStops(scenario.context(), {
      planId: scenario.planId,
      mutationId: scenario.mutationId(),
      visitIds: [scenario.visitIds[1]!],
      to: { kind: "best", routeId: scenario.routeIds[1]! },
      confirmed: await scenario.seenRoutes(),
    });
    const from = await lastSeq(day);
    const gone = act({ type: "complete", visitIds: [scenario.visitIds[1]], outcome: "delivered" });
    const mine = act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered" });
    const { answers } = await send(day, 0, [gone, mine]);
    expect(answers).toEqual([
      { opId: gone.opId, verdict: "rejected", reason: "not-on-route", movedToRoute: 2 },
      { opId: mine.opId, verdict: "applied" },
    ]);
    expect(await statuses(day)).toEqual(["delivered", "assigned", "assigned"]);
    const refused = (await eventsOf(day, from)).find(({ type }) => type === "route.act-refused");
    expect(refused?.data).toMatchObject({ act: "complete", outcome: "delivered", movedToRoute: 2 });
    expect((await send(day, 0, [gone])).answers[0]).toMatchObject({ verdict: "rejected", reason: "not-on-route" });
  });

  test("nothing of another route, of another organization or under a taken name is touched", async () => {
    const [day, other] = [await drivenDay([[0], [1]]), await drivenDay([[0]])];
    const { act, scenario } = day;
    const taken = act({ type: "start-route" });
    await send(day, 0, [taken]);
    const { answers } = await send(day, 1, [
      act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered" }),
      act({ type: "arrive", visitId: other.scenario.visitIds[0] }),
      act({ type: "arrive", visitId: randomUUID() }),
      { ...act({ type: "start-route" }), opId: taken.opId },
    ]);
    expect(answers.map(({ reason }) => reason)).toEqual([
      "not-on-route",
      "not-on-route",
      "not-on-route",
      "op-id-taken",
    ]);
    expect(await statuses(day)).toEqual(["assigned", "assigned"]);
    expect(await statuses(other)).toEqual(["assigned"]);
  });

  test("what was handed over upon a wrong PIN is refused, and taken with the right one", async () => {
    const day = await drivenDay([[0]]);
    const { scenario, act } = day;
    const { raw } = scenario.tenant.database;
    const pin = { kind: "pin", label: "PIN", required: true, options: ["4821"] };
    await raw`update delivery_visit set tasks = ${raw.json([pin])} where id = ${scenario.visitIds[0]!}`;
    const upon = (value: string) =>
      act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered", answers: [{ task: 0, value }] });
    expect((await send(day, 0, [upon("4822")])).answers[0]).toMatchObject({ verdict: "rejected", reason: "wrong-pin" });
    expect(await statuses(day)).toEqual(["assigned"]);
    expect((await send(day, 0, [upon("4821")])).answers[0]).toMatchObject({ verdict: "applied" });
    expect(await statuses(day)).toEqual(["delivered"]);
  });

  test("what the desk has cancelled stays cancelled, whatever the phone says later", async () => {
    const day = await drivenDay([[0]]);
    const { scenario, act } = day;
    await scenario.tenant.database.raw`update delivery set status = 'cancelled' where id = ${scenario.deliveryIds[0]!}`;
    await send(day, 0, [act({ type: "complete", visitIds: [scenario.visitIds[0]], outcome: "delivered" })]);
    expect(await statuses(day)).toEqual(["cancelled"]);
  });

  test("a declined route is the desk's again, and the driver may change his mind", async () => {
    const day = await drivenDay([[0]]);
    const { scenario, act } = day;
    const context = await day.driver(0);
    const declined = act({ type: "decline", reason: "sick" });
    await syncDriverOps(context, { deviceNow: day.clock.now(), ops: [declined] });
    expect((await scenario.board()).routes[0]!.status).toBe("planned");
    day.clock.advanceSeconds(60);
    await syncDriverOps(context, { deviceNow: day.clock.now(), ops: [act({ type: "accept" })] });
    expect((await scenario.board()).routes[0]!.status).toBe("dispatched");
  });

  test("a device whose clock is hours off is flagged and its times put right; bad values are refused one by one", async () => {
    const day = await drivenDay([[0]]);
    const { clock, act, scenario } = day;
    const wrong = new Date(clock.now().getTime() - 5 * 3600_000);
    const from = await lastSeq(day);
    const done = { ...act({ type: "arrive", visitId: scenario.visitIds[0] }), occurredAt: wrong.toISOString() };
    const nowhere = { ...act({ type: "start-route" }), position: { lat: 91, lng: 0 } };
    const never = { ...act({ type: "start-route" }), occurredAt: "not a time" };
    const { answers, skewSeconds } = await send(day, 0, [done, nowhere, never], wrong);
    expect(skewSeconds).toBe(5 * 3600);
    expect(answers.map(({ verdict, reason }) => reason ?? verdict)).toEqual(["applied", "malformed", "malformed"]);
    const arrived = (await eventsOf(day, from)).find(({ type }) => type === "stop.arrived")!;
    expect(new Date(arrived.occurredAt).getTime()).toBe(clock.now().getTime());
  });
});
