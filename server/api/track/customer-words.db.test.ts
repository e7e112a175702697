import { expect, test } from "vitest";
import { MOST_WISH_CHANGES } from "@/server/domain/tracking/customer-act";
import { trackAccess } from "@/server/main/track-access";
import { readEventsAfter } from "@/server/services/event/read-events-after";
import { readRouteSheet } from "@/server/services/plan/read-route-sheet";
import { saveTrackingPolicy } from "@/server/services/tracking/save-policy";
import { followedDay } from "@/server/testing/followed-day";
import { formBrowser, type Shown } from "@/server/testing/form-browser";

const MARKUP = `<script>alert("1")</script>'&`;

async function followed() {
  const day = await followedDay();
  const { scenario, organizationId, database, visitId } = day;
  const lastSeq = async () => (await readEventsAfter(scenario.context(), { afterSeq: null })).lastSeq;
  const from = await lastSeq();
  return {
    ...day,
    browser: formBrowser(trackAccess(day.core), day.token, day.clock),
    newEvents: async () => (await readEventsAfter(scenario.context(), { afterSeq: from })).events,
    wish: async () =>
      (
        await database.raw`select * from customer_wish where organization_id = ${organizationId}
        and visit_id = ${visitId}`
      )[0],
    stop: async () => (await readRouteSheet(await day.driver(0), {}))!.stops.find((stop) => stop.visitId === visitId)!,
    policy: (acts: object) => saveTrackingPolicy(scenario.context(), { policy: { acts }, seenAt: null }),
  };
}

const refusal = ({ body }: Shown) => /class="refused" role="alert">(.*?)</.exec(body)?.[1];
const done = ({ body }: Shown) => /class="done" role="status">(.*?)</.exec(body)?.[1];

test("instructions and a safe place are said on forms, seen by the driver, and stand in the log under the customer's name", async () => {
  const s = await followed();
  expect((await s.browser.get()).body).toContain(`href="/track/${s.token}/instructions"`);
  const saved = await s.browser.fill("instructions", { text: `Ring twice\r\n${MARKUP}\u202e\u0007` });
  expect(saved.path).toBe(`/track/${s.token}`);
  expect(done(saved)).toBe("Your instructions are saved.");
  expect(saved.body).toContain("Ring twice\n&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;");
  expect(done(await s.browser.get())).toBeUndefined();
  await s.browser.fill("safe-place", { place: "other", detail: "behind the shed" });
  expect((await s.stop()).wish).toEqual({
    instructions: `Ring twice\n${MARKUP}`,
    safePlace: "other",
    safePlaceDetail: "behind the shed",
  });
  expect((await s.browser.get("/safe-place")).body).toMatch(/value="other" required checked/);
  const events = await s.newEvents();
  expect(events.map(({ type, actorLabel }) => [type, actorLabel])).toEqual([
    ["delivery.instructed", "Customer"],
    ["delivery.safe-place-named", "Customer"],
  ]);
  expect(events[0]).toMatchObject({ entity: "delivery", planId: s.scenario.planId });
  await s.browser.fill("instructions", { text: "" });
  await s.browser.fill("safe-place", { place: "", detail: "behind the shed" });
  expect((await s.stop()).wish).toBeNull();
});

test("what cannot be taken is said in the reader's words, with what was typed", async () => {
  const s = await followed();
  const long = `${MARKUP}${"å".repeat(600)}`;
  const tooLong = await s.browser.fill("instructions", { text: long });
  expect(tooLong.path).toBe(`/track/${s.token}/instructions`);
  expect(refusal(tooLong)).toBe("This text is too long. Please make it shorter.");
  expect(tooLong.body).toContain("å".repeat(600));
  expect(tooLong.body).not.toContain("<script>alert");
  const nowhere = await s.browser.fill("safe-place", { place: "other", detail: " \u0000 " });
  expect(refusal(nowhere)).toBe("Something is missing. Please look at the form again.");
  expect(nowhere.body).toMatch(/value="other" required checked/);
  expect(refusal(await s.browser.fill("safe-place", { place: "roof", detail: "" }))).toContain("missing");
  const huge = await s.browser.fill("instructions", { text: "x".repeat(40_000) });
  expect([huge.status, huge.body.includes("Nothing was changed")]).toEqual([413, true]);
  expect(await s.wish()).toBeUndefined();
  await s.policy({ instructions: false });
  expect(refusal(await s.browser.get("/instructions"))).toBe("This is not offered.");
  expect((await s.browser.get()).body).not.toContain("/instructions");
});

test("only a form of ours for this very link is taken, and from no other site; looking changes nothing", async () => {
  const s = await followed();
  const other = await s.giveLink();
  // A newer link over the same channel has shut the first one.
  const browser = formBrowser(trackAccess(s.core), other, s.clock);
  const seal = await browser.seal("instructions");
  const tries: [Record<string, string>, Record<string, string>, number][] = [
    [{ text: "x" }, {}, 303],
    [{ text: "x", seal: "" }, {}, 303],
    [{ text: "x", seal: `${seal}A` }, {}, 303],
    [{ text: "x", seal: s.core.signForCustomer("form 00000000-0000-8000-8000-000000000000") }, {}, 303],
    [{ text: "x", seal }, { "sec-fetch-site": "cross-site" }, 403],
    [{ text: "x", seal }, { "sec-fetch-site": "same-site" }, 403],
  ];
  for (const [fields, headers, status] of tries) {
    expect((await browser.send("instructions", fields, headers)).status).toBe(status);
    if (status === 303) expect(refusal(await browser.get("/instructions"))).toContain("open for too long");
  }
  const origin = await browser.app.request(`/track/${other}/instructions`, {
    method: "POST",
    body: new URLSearchParams({ text: "x", seal }),
    headers: { host: "dray.test", origin: "https://evil.test" },
  });
  expect(origin.status).toBe(403);
  expect((await s.browser.send("instructions", { text: "x", seal })).status).toBe(404);
  for (const act of ["instructions", "safe-place", "reschedule", "rate", "proof"]) await browser.get(`/${act}?text=x`);
  expect(await s.wish()).toBeUndefined();
  expect(await s.newEvents()).toEqual([]);
  expect((await browser.send("instructions", { text: "x", seal })).status).toBe(303);
  expect(await s.wish()).toMatchObject({ instructions: "x", changes: 1 });
});

test("pages with forms keep their policy strict and hold still", async () => {
  const s = await followed();
  await s.drive({ type: "start-route" });
  const { headers, body } = await s.browser.get("/instructions");
  expect(headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(headers.get("cache-control")).toBe("private, no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(body).not.toMatch(/http-equiv|<script|\sstyle=/);
});

test("sent twice at once, and again later, it is said once; a mind is not changed without end, nor at the door", async () => {
  const s = await followed();
  const seal = await s.browser.seal("instructions");
  const same = Array.from({ length: 8 }, () => s.browser.send("instructions", { text: "Ring twice", seal }));
  for (const { status } of await Promise.all(same)) expect(status).toBe(303);
  expect(await s.wish()).toMatchObject({ instructions: "Ring twice", changes: 1 });
  await s.database.raw`update customer_wish set changes = ${MOST_WISH_CHANGES} where visit_id = ${s.visitId}`;
  expect(refusal(await s.browser.fill("instructions", { text: "No, once" }))).toContain("too often");
  for (const stop of [0, 1, 2, 3]) await s.deliver(stop);
  await s.arrive(4);
  await s.browser.send("instructions", { text: "Too late", seal });
  expect(refusal(await s.browser.get("/instructions"))).toBe("It is too late for this now.");
  expect(await s.wish()).toMatchObject({ instructions: "Ring twice" });
  expect((await s.newEvents()).filter(({ type }) => type === "delivery.instructed")).toHaveLength(1);
});

test("a delivery is rated once, after its end; the same again is thanked for, another is refused", async () => {
  const s = await followed();
  expect((await s.browser.get("/rate")).body).toContain("This is possible once the delivery has been made.");
  for (const stop of [0, 1, 2, 3, 4]) await s.deliver(stop);
  const page = await s.browser.get();
  expect(page.body).toContain(`/track/${s.token}/rate`);
  expect(page.body).not.toContain(`/track/${s.token}/instructions`);
  expect(refusal(await s.browser.fill("rate", { stars: "9", comment: "great" }))).toContain("missing");
  const seal = await s.browser.seal("rate");
  const posts = ["4", "4", "5", "1"].map((stars) => s.browser.send("rate", { seal, stars, comment: MARKUP }));
  await Promise.all(posts);
  const ratings = await s.database.raw`select stars, comment from delivery_rating
    where organization_id = ${s.organizationId}`;
  expect(ratings).toHaveLength(1);
  expect(ratings[0]!.comment).toBe(MARKUP);
  const { stars } = ratings[0] as { stars: number };
  await s.browser.send("rate", { seal, stars: String(stars), comment: MARKUP });
  const thanked = await s.browser.get();
  expect(done(thanked)).toBe("Thank you for your rating.");
  expect(thanked.body).toContain(`${stars} star`);
  await s.browser.send("rate", { seal, stars: String((stars % 5) + 1), comment: "" });
  expect((await s.browser.get("/rate")).body).toContain("You have done this already. Thank you.");
  expect((await s.newEvents()).filter(({ type }) => type === "delivery.rated")).toHaveLength(1);
});
