import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { trackAccess } from "@/server/main/track-access";
import { followedDay } from "@/server/testing/followed-day";
import { createTrackApp } from "./track-app";

async function formOfDay() {
  const day = await followedDay();
  // Numbers are looked for whoever delivers: other tests have theirs.
  const number = `ORDER-${randomUUID()}`;
  await day.database.raw`update delivery set external_id = ${number} where id =
    (select delivery_id from delivery_visit where id = ${day.visitId})`;
  const app = createTrackApp(trackAccess(day.core));
  let caller = 0;
  const send = (said: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request("http://dray.test/track", {
      method: "POST",
      body: new URLSearchParams(said),
      headers: { "x-dray-client-address": `203.0.113.${++caller % 250}`, host: "dray.test", ...headers },
    });
  const shape = async (response: Response) => ({
    status: response.status,
    headers: [...response.headers].sort(),
    body: await response.text(),
  });
  return { ...day, number, app, send, shape };
}

test("a number and a second factor open the page by a link of their own", async () => {
  const day = await formOfDay();
  for (const answer of ["050", "1000", " 1000 "]) {
    const response = await day.send({ number: day.number.toLowerCase(), answer });
    expect(response.status).toBe(303);
    const page = await day.app.request(response.headers.get("location")!);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Your delivery is ready to leave");
  }
  const links = await day.database.raw`select channel, revoked_at is null as good from tracking_link
    where organization_id = ${day.organizationId} order by created_at, id`;
  expect(links.filter(({ channel, good }) => channel === "form" && good)).toHaveLength(1);
  expect(links.filter(({ channel, good }) => channel === "email" && good)).toHaveLength(1);
});

test("unknown numbers, wrong answers, nonsense and numbers tried too often are answered alike", async () => {
  const day = await formOfDay();
  const refused = await day.shape(await day.send({ number: "NOBODY-HAS-THIS", answer: "1000" }));
  expect(refused.status).toBe(404);
  const unlike = [
    { number: day.number, answer: "051" },
    { number: day.number, answer: "" },
    { number: "", answer: "1000" },
    { number: `${day.number}%`, answer: "1000" },
    {} as Record<string, string>,
  ];
  for (const said of unlike) expect(await day.shape(await day.send(said))).toEqual(refused);
  for (let answer = 100; answer < 112; answer++) await day.send({ number: day.number, answer: String(answer) });
  expect(await day.shape(await day.send({ number: day.number, answer: "050" }))).toEqual(refused);
  day.clock.advanceSeconds(86_401);
  expect((await day.send({ number: day.number, answer: "050" })).status).toBe(303);
});

test("is sent from our own page only, by nobody too often, and looked at without effect", async () => {
  const day = await formOfDay();
  const right = { number: day.number, answer: "050" };
  for (const headers of [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "https://elsewhere.test" },
    { origin: "null" },
  ] as Record<string, string>[]) {
    expect((await day.send(right, headers)).status).toBe(403);
  }
  expect((await day.send(right, { "sec-fetch-site": "same-origin", origin: "null" })).status).toBe(303);
  expect((await day.send(right, { origin: "http://dray.test" })).status).toBe(303);
  const guesser = { "x-dray-client-address": "198.51.100.9" };
  const guesses: number[] = [];
  for (let guess = 0; guess < 12; guess++) {
    guesses.push((await day.send({ number: `NO-SUCH-${guess}`, answer: "1000" }, guesser)).status);
  }
  expect(guesses).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429]);
  const form = await day.app.request("/track", { headers: guesser });
  expect(form.status).toBe(200);
  expect(form.headers.get("x-robots-tag")).toBe("noindex");
  expect(await form.text()).toContain('method="post"');
});

test("is not read beyond what a form of ours can be", async () => {
  const day = await formOfDay();
  const huge = await day.send({ number: day.number, answer: "0".repeat(40_000) });
  expect([huge.status, (await huge.text()).includes("Nothing was changed")]).toEqual([413, true]);
  expect(huge.headers.get("x-robots-tag")).toBe("noindex");
});
