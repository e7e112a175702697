import { COARSE_PIXELS } from "./fixtures/coarse-pixels";
import { DriverDevice } from "./fixtures/driver-device";
import { midDay } from "./fixtures/mid-day";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";

test.use(COARSE_PIXELS);

const PHONE = { width: 390, height: 844 };

test("a customer follows the van to his door on a phone, with JavaScript and without", async ({
  page,
  browser,
  organization,
}) => {
  const { zone, date } = midDay();
  const day = await planDay(organization, 1, 4, date, {}, zone);
  const { id: routeId, version, stops } = (await day.board()).routes[0]!;
  const visitIds = stops.map(({ visitId }) => visitId);
  const followed = visitIds[2]!;
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: [{ routeId, version }],
  });
  const { link } = await organization.call<{ link: string }>("customer.makeLink", { visitId: followed });
  const path = new URL(link).pathname;
  const door = (await day.board()).visits.get(followed)!.position!;
  const device = await DriverDevice.open(page.request, organization, routeId);
  const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
  /** The van, so far north of the door. */
  const seeVan = (meters: number, at: Date) => device.see({ lat: door.lat + meters / 111_195, lng: door.lng }, at);
  const serve = async (visitId: string) => {
    await device.act("arrive", ago(1), { visitId });
    await device.act("complete", ago(0), { visitIds: [visitId], outcome: "delivered" });
  };
  await device.act("start-route", ago(120));
  await seeVan(1500, ago(90));

  const phone = await browser.newContext({ viewport: PHONE, reducedMotion: "reduce" });
  const customer = await phone.newPage();
  const faults: string[] = [];
  customer.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  const outside: string[] = [];
  customer.on(
    "request",
    (request) => new URL(request.url()).pathname.startsWith("/track") || outside.push(request.url()),
  );
  const heading = customer.getByRole("heading", { level: 1 });
  const van = customer.locator(".map .moves");

  await test.step("where it stands, with the van roughly on a map", async () => {
    await expect(async () => {
      await customer.goto(path);
      await expect(heading).toHaveText("Your driver is nearby", { timeout: 2_000 });
    }).toPass();
    await expect(customer.getByText(organization.name)).toBeVisible();
    await expect(customer.getByRole("img", { name: "Where the van is" })).toBeVisible();
    expect(await customer.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(PHONE.width);
    await customer.evaluate(() => Object.assign(window, { notReloaded: true }));
  });

  await test.step("the van comes nearer without a reload", async () => {
    const before = await van.boundingBox();
    await seeVan(900, ago(25));
    await expect.poll(async () => (await van.boundingBox())?.y).not.toBe(before!.y);
    expect(await customer.evaluate("window.notReloaded")).toBe(true);
  });

  await test.step("the same words and map without JavaScript", async () => {
    const plain = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your driver is nearby");
    await expect(page.getByRole("img", { name: "Where the van is" })).toBeVisible();
    expect(await page.locator("noscript").first().innerHTML()).toContain('http-equiv="refresh" content="60"');
    await plain.close();
  });

  await test.step("next, at the door, delivered: then the van is gone", async () => {
    await serve(visitIds[0]!);
    await serve(visitIds[1]!);
    await seeVan(120, ago(1));
    await expect(heading).toHaveText("You are the next stop");
    await serve(followed);
    await expect(heading).toHaveText("Delivered");
    await expect(van).toHaveCount(0);
    await expect(customer.locator(".map")).toBeHidden();
  });
  expect(faults).toEqual([]);
  expect(outside).toEqual([]);
  await phone.close();
});

test("who has lost his link finds his delivery by its number", async ({ page, organization }) => {
  const { zone, date } = midDay();
  const number = `LOST-${Date.now()}`;
  const contact = { name: "Ida", phone: "+34931234567" };
  const day = await planDay(organization, 1, 1, date, { contact }, zone);
  const { id } = await organization.call<{ id: string }>("project.create", {
    name: "Other",
    timeZone: zone,
    defaultCountry: "ES",
    currency: "EUR",
  });
  await organization.call("order.create", {
    projectId: id,
    deliveries: [
      {
        externalId: number,
        serviceDate: day.date,
        dropoff: {
          address: { street: "Carrer del Bruc 45", postcode: "08010", city: "Barcelona", country: "ES" },
          contact,
        },
      },
    ],
  });
  await page.setViewportSize(PHONE);
  await page.goto("/track/no-such-link");
  await page.getByRole("link", { name: "Look it up by its tracking number" }).click();
  await page.getByLabel("Tracking number").fill(number);
  await page.getByLabel("Postcode").fill("999");
  await page.getByRole("button", { name: "Show my delivery" }).click();
  const unknown = page.getByRole("alert").filter({ hasText: "We cannot find a delivery with these two" });
  await expect(unknown).toBeVisible();
  await page.getByLabel("Tracking number").fill(number);
  await page.getByLabel("Postcode").fill("567");
  await page.getByRole("button", { name: "Show my delivery" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your delivery is planned");
  await expect(page.getByText("Carrer del B…, 08010")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("45");
});
