import type { BrowserContext, Page } from "@playwright/test";
import type { VisitEvidence } from "@/server/domain/proof/visit-evidence";
import { makePicture } from "@/server/testing/make-picture";
import { expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { dispatchedDay, newestLink, plannedToday } from "./fixtures/route-of-today";
import { DriverPage } from "./pages/driver-page";
import { PlanPage } from "./pages/plan-page";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "en-GB" } as const;
/** Somewhere in the city of the sample day. */
const PLACE = { latitude: 41.39, longitude: 2.16, accuracy: 12 };
const PICTURE = "public/run/icon-512.png";

const MINUTE = 60_000;
/** Whole minutes before now, whose seconds no screen shows. */
function minutesAgo() {
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  return (minutes: number) => new Date(now - minutes * MINUTE);
}
/** What is done while there is no network. */
const deliveries = (at: ReturnType<typeof minutesAgo>) => [
  { name: "Ada", arrivedAt: at(70), deliveredAt: at(64) },
  { name: "Bo", arrivedAt: at(50), deliveredAt: at(46) },
  { name: "Cy", arrivedAt: at(38), deliveredAt: at(30) },
];

test("a driver works without network, and the desk learns it all with the times it happened", async ({
  browser,
  page: desk,
  organization,
}) => {
  test.slow();
  const at = minutesAgo();
  const { date, clock, routeId, visitIds, stopRuns } = await plannedToday(organization);
  const plan = new PlanPage(desk);
  await plan.open(date);
  await desk.getByRole("button", { name: /^Dispatch/ }).click();
  await desk.getByRole("button", { name: "Dispatch 1 route" }).click();
  await expect(desk.getByRole("list", { name: "Receipts" }).getByText("Not opened")).toBeVisible({
    timeout: 60_000,
  });
  await desk.goto(`/plan/${date}?mode=live`);
  await plan.toggle(1);
  const row = plan.route(1);

  const phone = await browser.newContext({ ...PHONE, geolocation: PLACE, permissions: ["geolocation"] });
  await stageClock(phone);
  await phone.clock.setFixedTime(at(80));
  const driver = new DriverPage(await phone.newPage());
  const { page } = driver;
  const link = await newestLink(organization);
  await test.step("the link opens the route, which is accepted and started", async () => {
    await driver.open(link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Route 1");
    await expect(row).toContainText("Link opened");
    await expectAccessible(page, "the offer");
    await driver.press("Accept route").click();
    await driver.press("Check in").click();
    await driver.press("Start route").click();
    await expect(page.getByRole("region", { name: "Next stop" })).toBeVisible();
    await expect(row).toContainText("Under way");
    await driver.waitUntilKept();
    await driver.expectWaiting(0);
  });

  await phone.setOffline(true);
  await test.step("three stops are delivered with photo and signature; a reload on the way is no matter", async () => {
    for (const [index, { name, arrivedAt, deliveredAt }] of deliveries(at).entries()) {
      await phone.clock.setFixedTime(arrivedAt);
      await driver.arrive();
      await phone.clock.setFixedTime(deliveredAt);
      await driver.press("Delivered").click();
      await expect(page.getByText("2 things are still missing")).toBeVisible();
      await driver.takePhoto(await picture(index, deliveredAt));
      await driver.sign(name);
      await page.getByLabel("Note").fill(`Left with ${name}`);
      if (index === 0) await expectAccessible(page, "the door");
      await driver.deliver();
      if (index === 0) await page.reload();
    }
    await expectAccessible(page, "the day");
    await driver.expectWaiting(6);
  });

  const again =
    await test.step("a tab that was closed has lost nothing, not even what was half filled in", async () => {
      await driver.arrive();
      await driver.takePhoto(await picture(3, at(20)));
      await page.close();
      const reopened = new DriverPage(await phone.newPage());
      await reopened.open(link);
      await reopened.expectWaiting(7);
      await reopened.press("Hand over").click();
      await expect(reopened.page.getByRole("img", { name: "Photo 1" })).toBeVisible();
      await reopened.press("Back to the route").click();
      return reopened;
    });
  await expect(row).toContainText("0/6");

  await phone.clock.setFixedTime(new Date());
  await phone.setOffline(false);
  await again.expectWaiting(0);
  await expect(again.page.locator("[data-photos-waiting]")).toHaveAttribute("data-photos-waiting", "0", {
    timeout: 60_000,
  });
  await phone.close();

  await test.step("list and timeline have what was done, when it was done", async () => {
    await expect(row).toContainText("3/6");
    for (const [index, { deliveredAt }] of deliveries(at).entries()) {
      const stop = plan.stop(visitIds[index]!);
      await expect(stop.getByRole("img", { name: "Delivered" })).toBeVisible();
      await expect(stop).toContainText(clock(deliveredAt));
    }
    await expect.poll(async () => (await plan.barsOf(1, "served")).length).toBe(4);
    const bars = await plan.barsOf(1, "served");
    const minute = (bars[1]!.left - bars[0]!.left) / 20;
    // The stops begin 20 and 12 minutes apart and last 6, 4 and 8; a bar is drawn a hair shorter than its time.
    expect((bars[2]!.left - bars[1]!.left) / minute).toBeCloseTo(12, 0);
    for (const [index, minutes] of [6, 4, 8].entries()) {
      expect(Math.abs(bars[index]!.width - minutes * minute)).toBeLessThan(1.5);
    }
    await plan.stop(visitIds[0]!).click();
    const inspector = desk.getByRole("tabpanel", { name: "Stop" });
    await expect(inspector).toContainText("Left with Ada");
    const { arrivedAt, deliveredAt } = deliveries(at)[0]!;
    await expect(inspector).toContainText(`Arrived${clock(arrivedAt)}`);
    await expect(inspector).toContainText(`Device time${clock(deliveredAt)}`);
    const stops = await stopRuns();
    for (const [index, { name, arrivedAt, deliveredAt }] of deliveries(at).entries()) {
      const { completion, ...run } = stops.find(({ visitId }) => visitId === visitIds[index])!;
      expect(run).toMatchObject({ status: "delivered", arrivedAt });
      expect(completion).toMatchObject({ atMs: deliveredAt.getTime(), recipientName: name });
      expect(completion.position).toMatchObject({ lat: PLACE.latitude, lng: PLACE.longitude });
      expect(completion.proofIds).toHaveLength(2);
    }
    expect(stops.filter(({ status }) => status === "arrived")).toHaveLength(1);
  });

  await test.step("the review shows each with its pictures, and where and when the camera took them", async () => {
    await desk.goto(`/plan/${date}?mode=review`);
    await desk.getByRole("link", { name: "Go through the evidence" }).click();
    const queue = desk.getByRole("list", { name: "Visits to review" }).getByRole("listitem");
    await expect(queue).toHaveCount(3);
    await expect(queue.getByText("2 pictures")).toHaveCount(3);
    for (const [index, { name, arrivedAt, deliveredAt }] of deliveries(at).entries()) {
      const line = queue.filter({ hasText: clock(deliveredAt) });
      await line.getByRole("button").last().click();
      const facts = desk.getByRole("region", { name: "What happened" });
      for (const text of [name, `Left with ${name}`, clock(arrivedAt), clock(deliveredAt)]) {
        await expect(facts).toContainText(text);
      }
      for (const kind of ["Photo", "Signature"]) {
        await desk.getByRole("button", { name: new RegExp(`^${kind} \\d`) }).click();
        const shown = desk.getByRole("img", { name: new RegExp(`^${kind} of`) });
        await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(600);
      }
      const input = { routeId, visitId: visitIds[index] };
      const { evidence } = await organization.call<{ evidence: VisitEvidence }>("proof.evidence", input, "query");
      const photo = evidence.proofs.find(({ kind }) => kind === "photo")!;
      expect(photo).toMatchObject({ status: "verified", takenAtMs: deliveredAt.getTime() });
      expect(photo.exifPosition!.lat).toBeCloseTo(PLACE.latitude, 4);
      expect(photo.exifTakenAtMs).toBe(deliveredAt.getTime());
    }
  });
});

test("a link that was withdrawn says so, and what was not sent goes with the next one", async ({
  browser,
  organization,
}) => {
  const day = await dispatchedDay(organization);
  const phone = await browser.newContext(PHONE);
  const driver = await startOffline(phone, day.link);
  const { page } = driver;
  await driver.expectWaiting(1);
  const link = await day.sendNewLink();
  await phone.setOffline(false);
  await expect(page.getByRole("heading", { name: "This link is closed" })).toBeVisible();
  await expect(page.getByText("1 entry is kept on this phone.")).toBeVisible();
  await expectAccessible(page, "the closed link");
  await page.reload();
  await expect(page.getByText("1 entry is kept on this phone.")).toBeVisible();

  await driver.open(link);
  await driver.expectWaiting(0);
  await expect(page.getByRole("region", { name: "Next stop" })).toBeVisible();
  // Before the phone has found what it kept, none waits either.
  await expect.poll(async () => (await day.runs()).routes[0]).toMatchObject({ startedAt: expect.any(Date) });
  await phone.close();
});

test("two tabs show the same day and send nothing twice", async ({ browser, organization }) => {
  const day = await dispatchedDay(organization);
  const phone = await browser.newContext(PHONE);
  const sent: string[] = [];
  phone.on("request", (request) => {
    if (!request.url().endsWith("/api/run/ops")) return;
    sent.push(...request.postDataJSON().ops.map(({ opId }: { opId: string }) => opId));
  });
  const [one, two] = [new DriverPage(await phone.newPage()), new DriverPage(await phone.newPage())];
  await one.open(day.link);
  await two.open(day.link);
  await one.press("Accept route").click();
  await two.press("Start route").click();
  await one.press("Set off").click();
  await expect(two.page.getByRole("region", { name: "On the way" })).toBeVisible();
  await expect.poll(() => sent.length).toBe(3);
  await one.expectWaiting(0);
  await two.expectWaiting(0);
  expect(sent).toHaveLength(3);
  expect(new Set(sent).size).toBe(3);
  await phone.close();
});

test("what the desk changed is shown until the driver has seen it, and a stop that left is refused with the reason", async ({
  browser,
  organization,
}) => {
  const day = await dispatchedDay(organization, 2);
  const phone = await browser.newContext({ ...PHONE, geolocation: PLACE, permissions: ["geolocation"] });
  const driver = await startOffline(phone, day.link);
  const { page } = driver;
  const name = await nameOfNext(page);
  await driver.arrive();
  await driver.takePhoto(PICTURE);
  await driver.sign("Ada");
  await driver.deliver();
  await day.moveFirstStop(1, 2);
  await phone.setOffline(false);
  const refused = page.getByRole("alert").filter({ hasText: "Not taken: Delivered" });
  await expect(refused).toContainText(name);
  await expect(refused).toContainText("The stop has moved to route 2.");
  const changed = page.getByRole("alert").filter({ hasText: "Your route was updated" });
  await expect(changed).toContainText(`Taken off: ${name}`);
  await expectAccessible(page, "what changed");
  await changed.getByRole("button", { name: "Got it" }).click();
  await expect(changed).toBeHidden();
  await refused.first().getByRole("button", { name: "Dismiss" }).click();

  const heard: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  await page.reload();
  await expect(driver.press("More")).toBeVisible();
  await expect(changed).toBeHidden();
  await test.step("while the phone is looked at, all comes by itself and at once", async () => {
    // The phone tells where it is every few seconds, while it moves.
    await expect
      .poll(async () => {
        await phone.setGeolocation({ ...PLACE, latitude: PLACE.latitude + Math.random() / 1000 });
        return heard.some((each) => each.includes('"positions-taken"') && each.includes('"stored":1'));
      })
      .toBe(true);
    await day.moveFirstStop(2, 1);
    // Sooner than anything is asked for, which is every five minutes while the line stands.
    await expect(changed).toContainText("New: ");
    await changed.getByRole("button", { name: "Got it" }).click();
    await day.sendNewLink();
    await expect(page.getByRole("heading", { name: "This link is closed" })).toBeVisible();
  });
  await phone.close();
});

async function nameOfNext(page: Page): Promise<string> {
  const lines = await page.getByRole("region", { name: "Next stop" }).getByRole("button").innerText();
  return lines.split("\n").find((line) => /\p{L}{2}/u.test(line))!;
}

/** A route that was accepted with network and started without. */
async function startOffline(phone: BrowserContext, link: string): Promise<DriverPage> {
  const driver = new DriverPage(await phone.newPage());
  await driver.open(link);
  await driver.press("Accept route").click();
  // Before the act is kept, none waits either.
  await expect(driver.press("Start route")).toBeVisible();
  await driver.expectWaiting(0);
  await driver.waitUntilKept();
  await phone.setOffline(true);
  await driver.press("Start route").click();
  return driver;
}

/** A phone whose clock is set by the test has a right clock all the same: what it tells the server of "now" is put right. */
async function stageClock(phone: BrowserContext): Promise<void> {
  await phone.route("**/api/run/ops", (route) => {
    const data = { ...route.request().postDataJSON(), deviceNow: new Date().toISOString() };
    return route.continue({ postData: JSON.stringify(data) });
  });
}

/** A photo of its own for each stop, with what a camera writes into it. */
async function picture(seed: number, at: Date) {
  const taken = at.toISOString().slice(0, 19).replaceAll("-", ":").replace("T", " ");
  const camera = { lat: PLACE.latitude, lng: PLACE.longitude, at: taken };
  const bytes = await makePicture({ widthPixels: 800, dark: 60 + 20 * seed, camera });
  return { name: `photo-${seed}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(bytes) };
}
