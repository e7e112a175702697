import { expect, test } from "vitest";
import { type ToldDay, toldDay } from "@/server/testing/told-day";
import { addOptOut } from "../notification/add-opt-out";
import { saveNotificationPolicy } from "../notification/save-policy";
import { sendNotifications } from "../notification/send-notifications";
import { sendAgain } from "./send-again";

const MINUTES = 60;

/** Asks for a message to the first door's customer once more; answers with why not, if so. */
async function ask(
  day: ToldDay,
  { trigger = "dispatched" as const, channel = "email" as "email" | "sms", actId = "" } = {},
) {
  const { scenario, visitIds } = day;
  const act = { actId: actId || scenario.tenant.newId(), visitId: visitIds[0]!, trigger, channel };
  return sendAgain(scenario.context("dispatcher"), act).then(
    () => "asked",
    (error: { details?: { reason: string } }) => error.details?.reason,
  );
}

const send = async (day: ToldDay) => {
  day.pass(11);
  await sendNotifications(day.system(), {});
};

const emails = async (day: ToldDay) =>
  (await day.written()).filter(({ channel, trigger }) => channel === "email" && trigger === "dispatched").length;

test("the desk has a message sent once more, once per act, and not again at once", async () => {
  const day = await toldDay(1);
  await day.settle();
  expect(await ask(day)).toBe("written-just-now");
  day.pass(6 * MINUTES);
  const actId = day.scenario.tenant.newId();
  expect(await Promise.all([ask(day, { actId }), ask(day, { actId }), ask(day, { actId })])).toEqual(
    Array(3).fill("asked"),
  );
  expect(await ask(day)).toBe("written-just-now");
  expect(await emails(day)).toBe(1);
  await send(day);
  expect(await emails(day)).toBe(2);
  expect(await ask(day, { actId })).toBe("asked");
  expect(await ask(day)).toBe("written-just-now");
  await send(day);
  expect(await emails(day)).toBe(2);
  const links = await day.scenario.tenant.database.raw`select distinct tracking_link_id from outbox_message
    where organization_id = ${day.organizationId} and channel = 'email' and delivery_id is not null`;
  expect(links).toHaveLength(1);
});

test("it is refused where the customer, his order, the settings or what happened since says no", async () => {
  const day = await toldDay(1);
  const { scenario, visitIds } = day;
  const sql = scenario.tenant.database.raw;
  await day.settle();
  day.pass(6 * MINUTES);
  const prefer = (preference: string) => sql`update delivery set notification_preference = ${preference} where id =
    (select delivery_id from delivery_visit where id = ${visitIds[0]!})`;
  await prefer("sms");
  expect(await ask(day)).toBe("order-silent");
  await prefer("both");
  await addOptOut(scenario.context("dispatcher"), { channel: "email", address: "customer0@example.com" });
  expect([await ask(day), await ask(day, { channel: "sms" })]).toEqual(["opted-out", "asked"]);
  day.pass(6 * MINUTES);
  await sql`update delivery_visit set contact_phone = '' where id = ${visitIds[0]!}`;
  expect(await ask(day, { channel: "sms" })).toBe("no-address");
  await sql`delete from notification_opt_out where organization_id = ${day.organizationId}`;
  const policy = { triggers: { dispatched: { email: false } } };
  await saveNotificationPolicy(scenario.context("owner"), { policy, seenAt: null });
  expect(await ask(day)).toBe("channel-off");
  await sql`delete from notification_policy where organization_id = ${day.organizationId}`;
  await day.drive({ type: "complete", visitIds: [visitIds[0]], outcome: "delivered" });
  expect(await ask(day)).toBe("not-true-now");
});

test("nobody asks for it who may not write orders, and of no door of another house", async () => {
  const [day, other] = [await toldDay(1), await toldDay(1)];
  const act = { actId: day.scenario.tenant.newId(), trigger: "dispatched", channel: "email" } as const;
  const own = { ...act, visitId: day.visitIds[0]! };
  await expect(sendAgain(day.scenario.context("viewer"), own)).rejects.toMatchObject({ code: "forbidden" });
  const foreign = sendAgain(day.scenario.context("dispatcher"), { ...act, visitId: other.visitIds[0]! });
  await expect(foreign).rejects.toMatchObject({ code: "not-found" });
});
