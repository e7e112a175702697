import { expect, test } from "vitest";
import { trackAccess } from "@/server/main/track-access";
import { followedDay } from "@/server/testing/followed-day";
import { createTrackApp } from "./track-app";

async function choosingDay() {
  const day = await followedDay();
  await day.database.raw`update delivery_visit set contact_email = 'Ida@Example.com' where id = ${day.visitId}`;
  const app = createTrackApp(trackAccess(day.core));
  const path = `/track/${day.token}/messages`;
  const headers = { "x-dray-client-address": "203.0.113.9" };
  const look = async (language = "en") => {
    const response = await app.request(path, { headers: { ...headers, "accept-language": language } });
    expect(response.status).toBe(200);
    return response.text();
  };
  const post = (form: Record<string, string>, more: Record<string, string> = {}) =>
    app.request(path, { method: "POST", body: new URLSearchParams(form), headers: { ...headers, ...more } });
  const refused = async () => {
    const rows = await day.database.raw`select channel, address from notification_opt_out
      where organization_id = ${day.organizationId}`;
    return rows.map(({ channel, address }) => `${channel} ${address}`);
  };
  const sealOf = (body: string) => /name="seal" value="([\w-]+)"/.exec(body)![1]!;
  return { ...day, app, look, post, refused, sealOf, path };
}

test("a customer stops e-mails and has them again, with our form only; looking changes nothing", async () => {
  const day = await choosingDay();
  const body = await day.look();
  expect(body).toContain("You get e-mails about your deliveries at I…@Example.com.");
  expect(body).not.toMatch(/Ida@|4520304050|ends with/);
  const form = { channel: "email", choice: "stop", seal: day.sealOf(body) };
  expect((await day.post({ ...form, seal: "x" })).status).toBe(403);
  expect((await day.post(form, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await day.post(form, { origin: "https://elsewhere.test" })).status).toBe(403);
  expect((await day.post({ ...form, channel: "fax" })).status).toBe(403);
  expect((await day.post({ ...form, more: "x".repeat(40_000) })).status).toBe(413);
  expect(await day.refused()).toEqual([]);
  for (let again = 0; again < 2; again++) {
    const answer = await day.post(form, { "sec-fetch-site": "same-origin" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, day.path]);
  }
  expect(await day.refused()).toEqual(["email ida@example.com"]);
  expect(await day.look("es")).toContain("No recibe correos");
  await day.post({ ...form, choice: "resume" });
  expect(await day.refused()).toEqual([]);
  const events = await day.database.raw`select type from event where organization_id = ${day.organizationId}
    and type like 'delivery.messages-%' order by seq`;
  expect(events.map(({ type }) => type)).toEqual(["delivery.messages-stopped", "delivery.messages-resumed"]);
});

test("a mail program stops them by one request, from anywhere and without a page, for the link's own address only", async () => {
  const day = await choosingDay();
  const oneClick = { "List-Unsubscribe": "One-Click" };
  expect((await day.post(oneClick, { "sec-fetch-site": "cross-site", origin: "https://mail.example" })).status).toBe(
    204,
  );
  expect(await day.refused()).toEqual(["email ida@example.com"]);
  const unknown = await day.app.request(`/track/${"A".repeat(43)}/messages`, {
    method: "POST",
    body: new URLSearchParams(oneClick),
  });
  expect(unknown.status).toBe(404);
  expect(await day.refused()).toHaveLength(1);
  expect(day.errors).toEqual([]);
});

test("the page leads to the choices where there is somewhere to write to, and not else", async () => {
  const day = await choosingDay();
  const page = async () => {
    const headers = { "x-dray-client-address": "203.0.113.9", "accept-language": "en" };
    return (await day.app.request(`/track/${day.token}`, { headers })).text();
  };
  expect(await page()).toContain(`<a href="${day.path}">Choose what you are written</a>`);
  await day.database.raw`update delivery_visit set contact_email = '', contact_phone = '' where id = ${day.visitId}`;
  expect(await page()).not.toContain(day.path);
});
