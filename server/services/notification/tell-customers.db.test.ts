import { describe, expect, test } from "vitest";
import { resolveTrackingLink } from "@/server/auth/resolve-tracking-link";
import { type ToldDay, toldDay } from "@/server/testing/told-day";
import { refreshArrivals } from "../execution/refresh-arrivals";
import { cancelStops } from "../plan/cancel-stops";
import { dispatchRoutes } from "../plan/dispatch-routes";
import { moveStops } from "../plan/move-stops";
import { saveNotificationPolicy } from "./save-policy";
import { saveTemplate } from "./save-template";
import { sendNotifications } from "./send-notifications";
import { tellCustomers } from "./tell-customers";

/** "0 dispatched email sms": what each stop was told, in order. */
async function told(day: ToldDay): Promise<string[]> {
  const lines: string[] = [];
  const written = await day.written();
  for (const { stop, trigger } of written) {
    const channels = written
      .filter((each) => each.stop === stop && each.trigger === trigger)
      .map((each) => each.channel);
    const line = `${stop} ${trigger} ${channels.sort().join(" ")}`;
    if (!lines.includes(line)) lines.push(line);
  }
  return lines.sort();
}

const statuses = async ({ scenario, organizationId }: ToldDay) => {
  const rows = await scenario.tenant.database.raw`select key, status from notification
    where organization_id = ${organizationId} order by key`;
  return rows.map(({ key, status }) => `${(key as string).split("/").slice(1).join("/")} ${status}`);
};

type Policy = Parameters<typeof saveNotificationPolicy>[1]["policy"];

const choose = (day: ToldDay, policy: Policy) =>
  saveNotificationPolicy(day.scenario.context("owner"), { policy, seenAt: null });

const moveToPool = async ({ scenario, visitIds }: ToldDay, stop: number) =>
  moveStops(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    visitIds: [visitIds[stop]!],
    to: { kind: "pool" },
    confirmed: await scenario.seenRoutes(),
  });

const putBack = async ({ scenario, visitIds, routeId }: ToldDay, stop: number) =>
  moveStops(scenario.context(), {
    planId: scenario.planId,
    mutationId: scenario.mutationId(),
    visitIds: [visitIds[stop]!],
    to: { kind: "best", routeId },
    confirmed: await scenario.seenRoutes(),
  });

/** Expects whatever is still to come so much later than now. */
const expectLater = ({ scenario, organizationId }: ToldDay, minutes: number) =>
  scenario.tenant.database.raw`update stop_arrival set arrive_at = '2026-06-10T15:00:00Z'::timestamptz
    + make_interval(mins => ${minutes}) where organization_id = ${organizationId}`;

const tell = (day: ToldDay) => tellCustomers(day.system(), { routeId: day.routeId });

describe("what happens to a delivery is told to its customer", () => {
  test("from dispatch to the end, each event once and by the channels the policy has for it", async () => {
    const day = await toldDay(4);
    await day.settle();
    expect(await told(day)).toEqual([0, 1, 2, 3].map((stop) => `${stop} dispatched email sms`));
    await day.drive({ type: "start-route" });
    await day.settle();
    // Three of the doors are within three stops; the fourth is only on its way.
    const near = (await told(day)).filter((line) => !line.includes("dispatched"));
    expect(near).toEqual(
      ["0 near sms", "1 near sms", "2 near sms", "3 near sms"].filter((line) => near.includes(line)),
    );
    expect(near.length).toBeGreaterThanOrEqual(3);
    await day.drive({ type: "arrive", visitId: day.visitIds[0] });
    await day.drive({ type: "complete", visitIds: [day.visitIds[0]], outcome: "delivered" });
    await day.drive({ type: "complete", visitIds: [day.visitIds[1]], outcome: "failed", reason: "nobody-home" });
    await day.settle();
    await day.settle();
    const ended = (await told(day)).filter((line) => /delivered|failed/.test(line));
    expect(ended).toEqual(["0 delivered email", "1 failed email sms"]);
    const failed = (await day.written()).find(({ trigger, channel }) => trigger === "failed" && channel === "email")!;
    expect(failed.body).toMatch(/Nobody/i);
  });

  test("a door further off is told that it is on its way, and then, once, that its driver is near", async () => {
    const day = await toldDay(6);
    await choose(day, { triggers: { "out-for-delivery": { email: true } } });
    await day.settle();
    await day.drive({ type: "start-route" });
    await day.settle();
    const last = async () => (await told(day)).filter((line) => line.startsWith("5") && !line.includes("dispatched"));
    const before = await last();
    expect(before).toEqual(["5 out-for-delivery email sms"]);
    for (const stop of [0, 1, 2]) {
      await day.drive({ type: "complete", visitIds: [day.visitIds[stop]], outcome: "delivered" });
      await day.settle();
    }
    expect(await last()).toEqual(["5 near sms", ...before]);
  });

  test("a delay is told, and again only when it has grown by more than the policy says", async () => {
    const day = await toldDay(1);
    await day.settle();
    const delays = async () => (await day.written()).filter(({ trigger }) => trigger === "delayed").length / 2;
    const later = async (minutes: number) => {
      await expectLater(day, minutes);
      await tell(day);
      day.pass(11);
      await sendNotifications(day.system(), {});
      return delays();
    };
    expect(await later(-5)).toBe(0);
    expect(await later(20)).toBe(1);
    expect(await later(35)).toBe(1);
    expect(await later(40)).toBe(1);
    expect(await later(41)).toBe(2);
    expect(await later(21)).toBe(2);
    expect((await day.written()).at(-1)!.body).toContain("late");
  });

  test("a delay that is made good before its message leaves is recalled, and the next one is news again", async () => {
    const day = await toldDay(1);
    await day.settle();
    await expectLater(day, 20);
    await tell(day);
    await expectLater(day, -30);
    day.pass(11);
    await sendNotifications(day.system(), {});
    expect((await statuses(day)).filter((line) => line.includes("delayed"))).toEqual([
      "1/delayed/1/email recalled",
      "1/delayed/1/sms recalled",
    ]);
    await expectLater(day, 20);
    await tell(day);
    day.pass(11);
    await sendNotifications(day.system(), {});
    expect((await told(day)).filter((line) => line.includes("delayed"))).toEqual(["0 delayed email sms"]);
  });

  test("nothing is told of what was so before anybody looked", async () => {
    const day = await toldDay(2);
    await day.scenario.tenant.database.raw`delete from customer_told where organization_id = ${day.organizationId}`;
    await day.settle();
    expect(await told(day)).toEqual([]);
    await day.drive({ type: "complete", visitIds: [day.visitIds[0]], outcome: "delivered" });
    await day.settle();
    expect(await told(day)).toContain("0 delivered email");
  });
});

describe("a message waits until it may leave", () => {
  test("a stop taken back in time is not told of; put back, it is told then", async () => {
    const day = await toldDay(2);
    await day.look();
    day.pass(5);
    await sendNotifications(day.system(), {});
    expect(await told(day)).toEqual([]);
    await moveToPool(day, 1);
    day.pass(6);
    await sendNotifications(day.system(), {});
    expect(await told(day)).toEqual(["0 dispatched email sms"]);
    expect((await statuses(day)).filter((line) => line.includes("recalled"))).toHaveLength(2);
    await putBack(day, 1);
    await day.settle();
    expect(await told(day)).toEqual(["0 dispatched email sms", "1 dispatched email sms"]);
    expect(await day.written()).toHaveLength(4);
  });

  test("what was told is not told again when a stop leaves its route and comes back the same day", async () => {
    const day = await toldDay(2);
    await day.settle();
    await moveToPool(day, 1);
    await day.settle();
    await putBack(day, 1);
    await day.settle();
    expect(await day.written()).toHaveLength(4);
  });

  test("what is cancelled in time is recalled, and its link runs out from then on", async () => {
    const day = await toldDay(2);
    await day.look();
    const { scenario } = day;
    await cancelStops(scenario.context(), {
      planId: scenario.planId,
      mutationId: scenario.mutationId(),
      visitIds: [day.visitIds[0]!],
      confirmed: await scenario.seenRoutes(),
    });
    day.pass(11);
    await sendNotifications(day.system(), {});
    expect(await told(day)).toEqual(["1 dispatched email sms"]);
    const [row] = await scenario.tenant.database
      .raw`select ended_at from customer_told where visit_id = ${day.visitIds[0]!}`;
    expect(row!.ended_at).not.toBeNull();
  });

  test("in the recipient's night it waits until morning or is left out, as its trigger has it", async () => {
    // 23:30 at the doors; the day that is sent begins in half an hour.
    const day = await toldDay(2, "2026-06-09T21:30:00Z");
    await choose(day, { triggers: { dispatched: { inQuietHours: "wait" } } });
    await day.settle();
    expect(await told(day)).toEqual([]);
    const waiting = await day.scenario.tenant.database.raw`select distinct due_at from notification
      where organization_id = ${day.organizationId}`;
    expect(waiting.map(({ due_at }) => (due_at as Date).toISOString())).toEqual(["2026-06-10T06:00:00.000Z"]);
    day.clock.set("2026-06-10T05:59:59Z");
    await day.look();
    expect(await told(day)).toEqual([]);
    day.clock.set("2026-06-10T06:00:00Z");
    await sendNotifications(day.system(), {});
    expect(await told(day)).toEqual(["0 dispatched email sms", "1 dispatched email sms"]);
  });

  test("one that should have left by day does not leave at night because nobody was there to send it", async () => {
    const day = await toldDay(2);
    await choose(day, { triggers: { dispatched: { inQuietHours: "drop" } } });
    await day.look();
    await day.scenario.tenant.database.raw`update notification set useful_until = null
      where organization_id = ${day.organizationId}`;
    day.clock.set("2026-06-10T20:00:00Z");
    await sendNotifications(day.system(), {});
    expect(new Set((await statuses(day)).map((line) => line.split(" ")[1]))).toEqual(new Set(["dropped"]));
    expect(await told(day)).toEqual([]);
  });

  test("one whose window is over is dropped", async () => {
    const day = await toldDay(1);
    await day.look();
    day.pass(8 * 3600);
    await sendNotifications(day.system(), {});
    expect((await statuses(day)).every((line) => line.endsWith("dropped"))).toBe(true);
  });
});

describe("whom a message is for", () => {
  test("the order's wish counts, and a no to a channel, whatever the spelling of the address", async () => {
    const day = await toldDay(4);
    const { scenario, organizationId } = day;
    const sql = scenario.tenant.database.raw;
    for (const [stop, preference] of [[0, "dont_notify"] as const, [1, "email"] as const, [2, "sms"] as const]) {
      await sql`update delivery set notification_preference = ${preference} where id =
        (select delivery_id from delivery_visit where id = ${day.visitIds[stop]!})`;
    }
    await sql`insert into notification_opt_out (organization_id, channel, address, created_at)
      values (${organizationId}, 'email', 'customer3@example.com', now())`;
    await day.settle();
    expect(await told(day)).toEqual(["1 dispatched email", "2 dispatched sms", "3 dispatched sms"]);
  });

  test("what is refused while it waits does not leave", async () => {
    const day = await toldDay(1);
    await day.look();
    const { scenario, visitIds } = day;
    await scenario.tenant.database.raw`update delivery set notification_preference = 'sms' where id =
      (select delivery_id from delivery_visit where id = ${visitIds[0]!})`;
    day.pass(11);
    await sendNotifications(day.system(), {});
    expect(await told(day)).toEqual(["0 dispatched sms"]);
    expect(await statuses(day)).toEqual(["1/dispatched/email dropped", "1/dispatched/sms sent"]);
  });

  test("it is in the language of the door's country, in the organization's own words where it has any", async () => {
    const day = await toldDay(1);
    await day.scenario.tenant.database.raw`update project set default_country = 'MX'
      where organization_id = ${day.organizationId}`;
    const template = {
      trigger: "dispatched",
      subject: "Va: {when}",
      email: "Hola {recipient} <b>\n{link}",
      sms: "Va {link}",
    } as const;
    await saveTemplate(day.scenario.context("owner"), { language: "es", template, seenAt: null });
    await day.settle();
    const written = await day.written();
    const [email, sms] = [
      written.find(({ channel }) => channel === "email")!,
      written.find(({ channel }) => channel === "sms")!,
    ];
    expect(email.subject).toMatch(/^Va: miércoles, 10 de junio/);
    expect(email.body).toContain("Recibe este mensaje porque");
    expect(sms.body).toMatch(/^Va http/);
    const [row] = await day.scenario.tenant.database.raw`select html from outbox_message
      where organization_id = ${day.organizationId} and channel = 'email' and delivery_id is not null`;
    expect(row!.html).toContain("Hola Customer 0 &lt;b&gt;");
    expect(row!.html).toContain('lang="es"');
  });

  test("a pair is told to whoever it is brought to, not to whoever it is fetched from", async () => {
    const day = await toldDay(1);
    await day.scenario.tenant.database
      .raw`update delivery set kind = 'pair' where organization_id = ${day.organizationId}`;
    await day.scenario.tenant.database
      .raw`update delivery_visit set role = 'pickup' where organization_id = ${day.organizationId}`;
    await day.settle();
    expect(await told(day)).toEqual([]);
  });
});

describe("the link in a message", () => {
  test("is the same in the next one over that channel, and opens the door all along", async () => {
    const day = await toldDay(1);
    const { scenario, clock } = day;
    await day.settle();
    await day.drive({ type: "complete", visitIds: [day.visitIds[0]], outcome: "delivered" });
    await day.settle();
    const { database } = scenario.tenant;
    const rows = await database.raw`select channel, tracking_link_id as id from outbox_message
      where organization_id = ${day.organizationId} and delivery_id is not null`;
    const of = (channel: string) => rows.filter((each) => each.channel === channel).map(({ id }) => id as string);
    expect([of("email").length, new Set(of("email")).size, new Set(of("sms")).size]).toEqual([2, 1, 1]);
    expect(of("email")[0]).not.toBe(of("sms")[0]);
    const token = day.system().ports.ids.tokenFor(of("email")[0]!);
    expect(await resolveTrackingLink(database, token, clock.now())).toMatchObject({ visitId: day.visitIds[0] });
    const kept = JSON.stringify(
      await database.raw`select * from outbox_message where organization_id = ${day.organizationId}`,
    );
    expect(kept).not.toContain(token);
  });
});

test("a second try on another day is told of anew", async () => {
  const day = await toldDay(1);
  await day.settle();
  await day.drive({ type: "complete", visitIds: [day.visitIds[0]], outcome: "failed", reason: "nobody-home" });
  await day.settle();
  expect(await told(day)).toEqual(["0 dispatched email sms", "0 failed email sms"]);
  const sql = day.scenario.tenant.database.raw;
  await sql`delete from stop where organization_id = ${day.organizationId}`;
  await sql`update delivery set status = 'requested' where organization_id = ${day.organizationId}`;
  await sql`update route set status = 'planned' where organization_id = ${day.organizationId}`;
  await putBack(day, 0);
  const [route] = (await day.scenario.board()).routes;
  await dispatchRoutes(day.scenario.context(), {
    planId: day.scenario.planId,
    mutationId: day.scenario.mutationId(),
    routes: [{ routeId: route!.id, version: route!.version }],
  });
  const attempts =
    await sql`select attempt, notified_state, ended_at from customer_told where visit_id = ${day.visitIds[0]!}`;
  expect([...attempts]).toEqual([{ attempt: 2, notified_state: "planned", ended_at: null }]);
});

test("fifty looks and fifty senders at once make one message of each event", async () => {
  const day = await toldDay(3);
  await refreshArrivals(day.system(), { routeId: day.routeId });
  await Promise.all(Array.from({ length: 50 }, () => tell(day)));
  expect(await statuses(day)).toHaveLength(6);
  day.pass(11);
  const sent = await Promise.all(Array.from({ length: 50 }, () => sendNotifications(day.system(), {})));
  expect(sent.reduce((sum, each) => sum + each.sent, 0)).toBe(6);
  expect(await day.written()).toHaveLength(6);
  expect(
    day.scenario.tenant.jobs.filter(({ name, payload }) => name === "send-message" && "messageId" in payload).length,
  ).toBe(6 + 2);
});

test("where nothing is configured to carry them, messages are kept at once, and no job is made of them", async () => {
  const day = await toldDay(1);
  await day.look();
  day.pass(11);
  const kept = { source: "outbox", send: async () => undefined };
  const jobs = day.scenario.tenant.jobs.length;
  await sendNotifications(day.system({ messengers: { email: kept, sms: kept } }), {});
  expect((await day.written()).map(({ status }) => status)).toEqual(["kept", "kept"]);
  expect(day.scenario.tenant.jobs.slice(jobs)).toEqual([]);
});
