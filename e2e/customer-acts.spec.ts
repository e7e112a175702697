import { addLocalDays } from "@/server/domain/time/local-date";
import { makePicture } from "@/server/testing/make-picture";
import { DriverDevice } from "./fixtures/driver-device";
import { midDay } from "./fixtures/mid-day";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";

const PHONE = { width: 390, height: 844 };
const HOUR = 3600;

test("a customer leaves word, chooses another time, and afterwards rates and sees the proof, without JavaScript", async ({
  page,
  browser,
  organization,
}) => {
  const { zone, date } = midDay();
  const door = {
    contact: { name: "Ida", phone: "+34931234567" },
    windows: [{ fromSeconds: 14 * HOUR, toSeconds: 18 * HOUR }],
  };
  const day = await planDay(organization, 1, 3, date, door, zone);
  const acts = { rescheduleMinutesBefore: 0 };
  await organization.call("tracking.savePolicy", { policy: { acts }, seenAt: null });
  const area = {
    kind: "polygon",
    corners: [
      [-89, -179],
      [89, -179],
      [89, 179],
      [-89, 179],
    ].map(([lat, lng]) => ({ lat, lng })),
  };
  const { id: zoneId } = await organization.call<{ id: string }>("slot.saveZone", {
    projectId: day.projectId,
    zone: { name: "Everywhere", area },
    seenAt: null,
  });
  const times = { weekdays: [1, 2, 3, 4, 5, 6, 7], fromSeconds: 18 * HOUR, toSeconds: 20 * HOUR, capacity: 5 };
  const offer = { zoneId, serviceLevel: "standard", ...times, cutoffSeconds: 23 * HOUR };
  await organization.call("slot.saveOffer", { offer, seenAt: null });
  const { id: routeId, version, stops } = (await day.board()).routes[0]!;
  const [served, moved] = stops.map(({ visitId }) => visitId);
  const routes = [{ routeId, version }];
  await organization.call("plan.dispatch", { planId: day.planId, mutationId: `send-${day.planId}`, routes });
  const pathOf = async (visitId: string) =>
    new URL((await organization.call<{ link: string }>("customer.makeLink", { visitId })).link).pathname;
  const phone = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const customer = await phone.newPage();
  const done = customer.getByRole("status");

  await test.step("instructions and a safe place", async () => {
    await customer.goto(await pathOf(moved!));
    await customer.getByRole("link", { name: "Leave instructions" }).click();
    await customer.getByLabel("Your instructions").fill("Ring twice <b>please</b>");
    await customer.getByRole("button", { name: "Save" }).click();
    await expect(done).toHaveText("Your instructions are saved.");
    await customer.getByRole("link", { name: "Name a safe place" }).click();
    await customer.getByLabel("Elsewhere").check();
    await customer.getByRole("button", { name: "Save" }).click();
    const missing = customer
      .getByRole("alert")
      .filter({ hasText: "Something is missing. Please look at the form again." });
    await expect(missing).toBeVisible();
    await expect(customer.getByLabel("Elsewhere")).toBeChecked();
    await customer.getByLabel("Where exactly").fill("behind the shed");
    await customer.getByRole("button", { name: "Save" }).click();
    await expect(customer.getByRole("link", { name: "Leave instructions" })).toContainText("Ring twice <b>please</b>");
    await expect(customer.getByRole("link", { name: "Name a safe place" })).toContainText("Elsewhere: behind the shed");
  });

  await test.step("another time", async () => {
    await customer.getByRole("link", { name: "Choose another time" }).click();
    const format = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
    const tomorrow = format.format(new Date(`${addLocalDays(date, 1)}T12:00:00Z`));
    await customer.getByRole("group", { name: tomorrow }).first().getByRole("radio").check();
    await customer.getByRole("button", { name: "Move my delivery" }).click();
    await expect(done).toHaveText("Your delivery has been moved.");
    await expect(customer.getByRole("heading", { level: 1 })).toHaveText("Your delivery has a new day");
    expect((await day.board()).visits.has(moved!)).toBe(false);
  });

  await test.step("a rating and the proof, once it is delivered", async () => {
    const device = await DriverDevice.open(page.request, organization, routeId);
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    await device.act("start-route", ago(30));
    await device.act("arrive", ago(20), { visitId: served });
    const picture = Buffer.from(await makePicture());
    const proofId = await device.prove("photo", picture, ago(15), { visitIds: [served!] });
    const outcome = { visitIds: [served], outcome: "delivered", proofIds: [proofId] };
    await device.act("complete", ago(10), outcome);
    const path = await pathOf(served!);
    const proof = customer.getByRole("link", { name: "See the proof of delivery" });
    await expect(async () => {
      await customer.goto(path);
      await expect(proof).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await customer.getByRole("link", { name: "Rate this delivery" }).click();
    await customer.getByRole("radio", { name: "5 stars of 5" }).check();
    await customer.getByRole("button", { name: "Send" }).click();
    await expect(done).toHaveText("Thank you for your rating.");
    await proof.click();
    await customer.getByLabel("Postcode of the address").fill("999");
    await customer.getByRole("button", { name: "Show the proof" }).click();
    await expect(customer.getByRole("alert").filter({ hasText: "This does not fit this delivery." })).toBeVisible();
    await customer.getByLabel("Postcode of the address").fill("567");
    await customer.getByRole("button", { name: "Show the proof" }).click();
    const image = customer.getByRole("img", { name: "Photo 1" });
    await expect(image).toBeVisible();
    const source = await image.getAttribute("src");
    expect((await phone.request.get(source!)).headers()["content-type"]).toBe("image/jpeg");
    expect((await page.request.get(source!)).status()).toBe(404);
  });
  await phone.close();
});
