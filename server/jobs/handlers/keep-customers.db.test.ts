import { expect, test } from "vitest";
import { scopeOfLink } from "@/server/domain/tracking/tracking-access";
import { DEFAULT_TRACKING_POLICY, trackingPolicySchema } from "@/server/domain/tracking/tracking-policy";
import { saveTrackingPolicy } from "@/server/services/tracking/save-policy";
import { FakeClock } from "@/server/testing/fake-clock";
import { planScenario } from "@/server/testing/plan-scenario";
import { keepCustomers } from "./keep-customers";

const DAY_MS = 24 * 3600_000;
const KEPT = { views: 30, notifications: 90 };
const BEGIN = new Date("2021-03-01T07:00:00Z");
const after = (days: number) => new Date(BEGIN.getTime() + days * DAY_MS);

/** Two doors: one whose delivery ended on the first day, one that never does; with a link, a look and a message each. */
async function toldDay() {
  const scenario = await planScenario([{ at: [1, 1] }, { at: [2, 2] }], { date: "2021-03-01" });
  const { database, organizationId: org, newId } = scenario.tenant;
  const sql = database.raw;
  const [ended, open] = scenario.visitIds as [string, string];
  const links = { ended: newId(), open: newId(), withdrawn: newId() };
  const made = async (id: string, visitId: string, revokedAt: Date | null) => {
    await sql`insert into tracking_link (organization_id, id, visit_id, channel, token_hash, revoked_at, created_at)
      values (${org}, ${id}, ${visitId}, 'email', ${newId()}, ${revokedAt}, ${BEGIN})`;
    await sql`insert into tracking_view (organization_id, id, link_id, scope, ip_hash, created_at)
      values (${org}, ${newId()}, ${id}, 'page', 'x', ${BEGIN})`;
  };
  await sql`insert into customer_told (organization_id, visit_id, ended_at, updated_at)
    values (${org}, ${ended}, ${BEGIN}, ${BEGIN}), (${org}, ${open}, null, ${BEGIN})`;
  await made(links.ended, ended, null);
  await made(links.open, open, null);
  await made(links.withdrawn, open, BEGIN);
  for (const status of ["sent", "waiting"]) {
    const messageId = newId();
    await sql`insert into outbox_message (organization_id, id, channel, recipient, body, purpose, status, created_at, updated_at)
      values (${org}, ${messageId}, 'sms', '+34600000000', 'x', 'customer', 'sent', ${BEGIN}, ${BEGIN})`;
    await sql`insert into notification (organization_id, id, key, visit_id, trigger, channel, status, due_at, message_id, created_at, updated_at)
      values (${org}, ${newId()}, ${status}, ${open}, 'near', 'sms', ${status}, ${BEGIN},
        ${status === "sent" ? messageId : null}, ${BEGIN}, ${BEGIN})`;
  }
  const count = async (table: string) => {
    const [row] = await sql<
      { n: number }[]
    >`select count(*)::int as n from ${sql(table)} where organization_id = ${org}`;
    return row!.n;
  };
  const keepOn = (days: number) => keepCustomers(database, new FakeClock(after(days).toISOString()), KEPT);
  const linksLeft = async () =>
    (await sql<{ id: string }[]>`select id from tracking_link where organization_id = ${org}`)
      .map(({ id }) => id)
      .sort();
  return { scenario, sql, org, links, count, keepOn, linksLeft };
}

test("looks go after their days, links once they open nothing, messages that were handed over after theirs", async () => {
  const { keepOn, linksLeft, links, count } = await toldDay();
  const { pageDays, statusDays, openDays } = DEFAULT_TRACKING_POLICY;
  await keepOn(29);
  expect([await count("tracking_view"), (await linksLeft()).length]).toEqual([3, 3]);
  await keepOn(31);
  expect([await count("tracking_view"), (await linksLeft()).length]).toEqual([0, 3]);
  await keepOn(pageDays + statusDays + 1);
  expect(await linksLeft()).toEqual([links.open]);
  await keepOn(openDays - 1);
  expect([await linksLeft(), await count("notification"), await count("outbox_message")]).toEqual([[links.open], 2, 2]);
  await keepOn(openDays + 1);
  expect([await linksLeft(), await count("notification"), await count("outbox_message")]).toEqual([[], 1, 1]);
});

test("how long a link is kept is its organization's policy, and none goes that still opens something", async () => {
  const { scenario, keepOn, linksLeft, links } = await toldDay();
  const policy = trackingPolicySchema.parse({ pageDays: 2, statusDays: 0, openDays: 200 });
  await saveTrackingPolicy(scenario.tenant.context(), { policy, seenAt: null });
  const opens = (days: number) =>
    scopeOfLink(
      { createdAtMs: BEGIN.getTime(), revokedAtMs: null, endedAtMs: BEGIN.getTime() },
      policy,
      after(days).getTime(),
    );
  expect([opens(1.9), opens(2.1)]).toEqual(["page", "none"]);
  await keepOn(1.9);
  expect(await linksLeft()).toEqual(Object.values(links).sort());
  await keepOn(2.1);
  expect(await linksLeft()).toEqual([links.open]);
  await keepOn(150);
  expect(await linksLeft()).toEqual([links.open]);
});

test("places that were not taken go a week later, whole slots once their day is that long past", async () => {
  const { scenario, sql, org, count, keepOn } = await toldDay();
  const { newId } = scenario.tenant;
  const [zoneId, offerId] = [newId(), newId()];
  await sql`insert into slot_zone (organization_id, id, project_id, name, area, created_at, updated_at)
    values (${org}, ${zoneId}, ${scenario.projectId}, 'Town', ${sql.json({ kind: "postcodes", prefixes: ["1"] })}, now(), now())`;
  await sql`insert into slot_offer (organization_id, id, zone_id, service_level, weekdays, from_seconds, to_seconds, capacity,
      cutoff_seconds, cutoff_days_before, days_ahead, created_at, updated_at)
    values (${org}, ${offerId}, ${zoneId}, 'standard', '{1}', 0, 3600, 5, 0, 1, 7, now(), now())`;
  const day = after(20).toISOString().slice(0, 10);
  await sql`insert into slot_day (organization_id, offer_id, date, decided_at) values (${org}, ${offerId}, ${day}, ${BEGIN})`;
  for (const status of ["held", "confirmed", "cancelled"]) {
    await sql`insert into slot_reservation (organization_id, id, offer_id, date, status, expires_at, created_at, updated_at)
      values (${org}, ${newId()}, ${offerId}, ${day}, ${status}, ${BEGIN}, ${BEGIN}, ${BEGIN})`;
  }
  await keepOn(6);
  expect([await count("slot_reservation"), await count("slot_day")]).toEqual([3, 1]);
  await keepOn(8);
  expect([await count("slot_reservation"), await count("slot_day")]).toEqual([1, 1]);
  await keepOn(29);
  expect([await count("slot_reservation"), await count("slot_day")]).toEqual([0, 0]);
});
