import { expect, test } from "vitest";
import { slotKey } from "@/server/domain/slot/slot-schema";
import { trackAccess } from "@/server/main/track-access";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import { listMessages } from "@/server/services/message/list-messages";
import { openPlan } from "@/server/services/plan/open-plan";
import { FakeClock } from "@/server/testing/fake-clock";
import { followedDay, giveLinks } from "@/server/testing/followed-day";
import { formBrowser, type Shown } from "@/server/testing/form-browser";
import { planScenario } from "@/server/testing/plan-scenario";
import { putSlotOffer } from "@/server/testing/put-slot-offer";
import { trackCoreOf } from "@/server/testing/track-core";

const HOUR = 3600;
const THURSDAY = "2026-06-11";
const FRIDAY = "2026-06-12";

const refusal = ({ body }: Shown) => /class="refused" role="alert">(.*?)</.exec(body)?.[1];
const done = ({ body }: Shown) => /class="done" role="status">(.*?)</.exec(body)?.[1];
const offered = ({ body }: Shown) => [...body.matchAll(/name="slot" value="([^"]*)"/g)].map(([, key]) => key!);

/** A delivery on a route that has been sent; other times are offered at its address, 18–20 with room for so many. */
async function sentDay(capacity = 2) {
  const day = await followedDay();
  const { scenario, organizationId, database } = day;
  const offerId = await putSlotOffer(scenario, { capacity, fromSeconds: 18 * HOUR, toSeconds: 20 * HOUR });
  await database.raw`insert into tracking_policy (organization_id, policy, updated_at)
    values (${organizationId}, ${database.raw.json({ acts: { rescheduleMinutesBefore: 0 } })}, now())
    on conflict (organization_id) do update set policy = excluded.policy`;
  const from = (await readEventsAfter(scenario.context(), { afterSeq: null })).lastSeq;
  return {
    ...day,
    browser: formBrowser(trackAccess(day.core), day.token, day.clock),
    slotOn: (date: string) => slotKey({ offerId, date }),
    events: async () => (await readEventsAfter(scenario.context(), { afterSeq: from })).events,
    delivery: async () => {
      const [row] = await database.raw`select d.id, d.status, d.service_date::text as date, v.windows from delivery d
        join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id where v.id = ${day.visitId}`;
      return row!;
    },
    places: async () =>
      database.raw`select status, date::text as date from slot_reservation where organization_id = ${organizationId}
        order by date, status`,
    onRoute: async () => (await scenario.board()).routes[0]!.stops.map(({ visitId }) => visitId),
  };
}

test("a slot is chosen: the delivery leaves its sent route, whose driver is told, and waits on the new day in its window", async () => {
  const s = await sentDay();
  const { planId: newPlanId } = await openPlan(s.scenario.context(), {
    projectId: s.scenario.projectId,
    date: THURSDAY,
  });
  const form = await s.browser.get("/reschedule");
  expect(form.body).toContain("Thursday, 11 June");
  expect(form.body).toContain("18.00 – 20.00");
  const before = (await listMessages(s.scenario.context(), {})).length;
  const moved = await s.browser.fill("reschedule", { slot: s.slotOn(THURSDAY) });
  expect(done(moved)).toBe("Your delivery has been moved.");
  expect(moved.body).toContain("Your delivery has a new day");
  expect(moved.body).toContain("On Thursday, 11 June");
  expect(moved.body).toContain("Between 18.00 and 20.00");
  expect(await s.delivery()).toMatchObject({
    status: "requested",
    date: THURSDAY,
    windows: [{ date: THURSDAY, fromSeconds: 18 * HOUR, toSeconds: 20 * HOUR }],
  });
  expect(await s.onRoute()).not.toContain(s.visitId);
  expect((await s.onRoute()).length).toBe(5);
  const letters = (await listMessages(s.scenario.context(), {})).slice(0, -before);
  expect(letters.some(({ purpose, body }) => purpose === "route-changed" && body.includes("4711"))).toBe(true);
  expect(await s.places()).toEqual([{ status: "confirmed", date: THURSDAY }]);
  const events = await s.events();
  const { id } = await s.delivery();
  expect(events.find(({ type }) => type === "delivery.rescheduled")).toMatchObject({
    entityId: id,
    planId: s.scenario.planId,
    actorLabel: "Customer",
    before: { serviceDate: "2026-06-10" },
    after: { serviceDate: THURSDAY },
  });
  expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["slot.confirmed", "route.changed"]));
  const watched = s.scenario.tenant.jobs.flatMap(({ name, payload }) =>
    name === "watch-plan" ? [(payload as { planId: string }).planId] : [],
  );
  expect(watched).toEqual(expect.arrayContaining([s.scenario.planId, newPlanId]));
});

test("the same slot again changes nothing; another one is one move too many, or gives the first place back", async () => {
  const s = await sentDay(1);
  const seal = await s.browser.seal("reschedule");
  const [thursday, friday] = [s.slotOn(THURSDAY), s.slotOn(FRIDAY)];
  const twice = await Promise.all([1, 2, 3].map(() => s.browser.send("reschedule", { seal, slot: thursday })));
  expect(twice.map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(await s.places()).toEqual([{ status: "confirmed", date: THURSDAY }]);
  expect((await s.events()).filter(({ type }) => type === "delivery.rescheduled")).toHaveLength(1);
  await s.browser.send("reschedule", { seal, slot: friday });
  expect(refusal(await s.browser.get("/reschedule"))).toBe("This delivery cannot be moved again.");
  await s.database.raw`update tracking_policy set policy =
    ${s.database.raw.json({ acts: { rescheduleMinutesBefore: 0, mostReschedules: 3 } })}
    where organization_id = ${s.organizationId}`;
  expect(offered(await s.browser.get("/reschedule"))).not.toContain(thursday);
  expect(done(await s.browser.fill("reschedule", { slot: friday }))).toBeDefined();
  expect(await s.places()).toEqual([
    { status: "cancelled", date: THURSDAY },
    { status: "confirmed", date: FRIDAY },
  ]);
  expect((await s.delivery()).date).toBe(FRIDAY);
});

test("a full slot is refused in words and the rest offered; what is not offered here, or nonsense, is none", async () => {
  const s = await sentDay(1);
  const taken = s.slotOn(THURSDAY);
  const form = await s.browser.get("/reschedule");
  expect(offered(form)).toContain(taken);
  await s.database.raw`insert into slot_day (organization_id, offer_id, date, decided_at)
    values (${s.organizationId}, ${taken.slice(0, 36)}, ${THURSDAY}, ${s.clock.now()})`;
  await s.database
    .raw`insert into slot_reservation (organization_id, id, offer_id, date, status, expires_at, created_at, updated_at)
    values (${s.organizationId}, ${s.scenario.tenant.newId()}, ${taken.slice(0, 36)}, ${THURSDAY}, 'confirmed', now(), now(), now())`;
  const full = await s.browser.fill("reschedule", { slot: taken });
  expect(refusal(full)).toBe("This time has just been taken. Please choose another.");
  expect(offered(full)).not.toContain(taken);
  expect(offered(full)).toContain(s.slotOn(FRIDAY));
  const foreign = await sentDay();
  const nonsense = ["x", s.slotOn("2027-01-01"), s.slotOn("2026-06-01"), foreign.slotOn(FRIDAY), `${taken}'--`];
  for (const slot of nonsense) expect(refusal(await s.browser.fill("reschedule", { slot })), slot).toBeDefined();
  expect(await s.delivery()).toMatchObject({ status: "assigned", date: "2026-06-10" });
  expect(await s.onRoute()).toContain(s.visitId);
  expect((await s.events()).filter(({ type }) => type !== "route.arrivals-changed")).toEqual([]);
});

test("after the cut-off, or once its driver has set off, it stays where it is", async () => {
  const s = await sentDay();
  const seal = await s.browser.seal("reschedule");
  await s.database
    .raw`update tracking_policy set policy = ${s.database.raw.json({})} where organization_id = ${s.organizationId}`;
  expect(refusal(await s.browser.get("/reschedule"))).toBe("It is too late for this now.");
  await s.database.raw`update tracking_policy set policy =
    ${s.database.raw.json({ acts: { rescheduleMinutesBefore: 0 } })} where organization_id = ${s.organizationId}`;
  await s.drive({ type: "start-route" });
  await s.browser.send("reschedule", { seal, slot: s.slotOn(FRIDAY) });
  expect(refusal(await s.browser.get("/reschedule"))).toBe("It is too late for this now.");
  expect(await s.places()).toEqual([]);
  expect(await s.onRoute()).toContain(s.visitId);
});

test("fifty customers want one place at once: one moves, the others hear that it is taken and stay", async () => {
  const clock = new FakeClock("2026-06-09T06:00:00Z");
  const windows = [{ fromSeconds: 8 * HOUR, toSeconds: 17 * HOUR }];
  const scenario = await planScenario(
    Array.from({ length: 50 }, (_, index) => ({ at: [index % 10, index / 10] as const, windows })),
    { ports: { clock } },
  );
  const { database, organizationId, systemContext } = scenario.tenant;
  const offerId = await putSlotOffer(scenario, { capacity: 1, fromSeconds: 18 * HOUR, toSeconds: 20 * HOUR });
  const slot = slotKey({ offerId, date: FRIDAY });
  const tokens = await giveLinks(scenario, scenario.visitIds);
  const { core, errors } = trackCoreOf({ database, systemContext }, clock);
  const browsers = tokens.map((token) => formBrowser(trackAccess(core), token, clock));
  const seals = await Promise.all(browsers.map((browser) => browser.seal("reschedule")));
  await Promise.all(browsers.map((browser, index) => browser.send("reschedule", { seal: seals[index]!, slot })));
  const told = await Promise.all(browsers.map((browser) => browser.get("/reschedule")));
  expect(errors).toEqual([]);
  expect(told.filter((page) => refusal(page) === "This time has just been taken. Please choose another.")).toHaveLength(
    49,
  );
  const moved = await database.raw`select count(*)::int as count from delivery
    where organization_id = ${organizationId} and service_date = ${FRIDAY}`;
  const confirmed = await database.raw`select count(*)::int as count from slot_reservation
    where organization_id = ${organizationId} and status <> 'cancelled'`;
  expect([moved[0]!.count, confirmed[0]!.count]).toEqual([1, 1]);
});
