import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { midDay } from "./fixtures/mid-day";
import { expect, type TestOrganization, test } from "./fixtures/organization";
import { type PlannedDay, planDay } from "./fixtures/planned-day";
import { DriverPage } from "./pages/driver-page";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: "en-GB" } as const;
/** Somewhere in the city of the sample day. */
const PLACE = { latitude: 41.39, longitude: 2.16, accuracy: 12 };
const PICTURE = "public/run/icon-512.png";
const TASKS = [
  { kind: "photo", label: "Parcel at the door", required: true },
  { kind: "signature", label: "Recipient", required: true },
];

interface StopRun {
  readonly visitId: string;
  readonly status: string;
  readonly arrivedAt: Date | null;
  readonly completion: {
    readonly atMs: number;
    readonly proofIds: readonly string[];
    readonly recipientName: string;
    readonly position: { readonly lat: number; readonly lng: number } | null;
  };
}

test("a driver works without network, and the desk learns it all with the times it happened", async ({
  browser,
  organization,
}) => {
  const day = await dispatchedDay(organization);
  const phone = await browser.newContext({ ...PHONE, geolocation: PLACE, permissions: ["geolocation"] });
  const page = await phone.newPage();
  const driver = new DriverPage(page);

  await test.step("the link opens the route, which is accepted and started", async () => {
    await driver.open(day.link);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Route 1");
    await expectAccessible(page, "the offer");
    await driver.press("Accept route").click();
    await driver.press("Check in").click();
    await driver.press("Start route").click();
    await expect(page.getByRole("region", { name: "Next stop" })).toBeVisible();
    await driver.expectWaiting(0);
    await driver.waitUntilKept();
  });

  const left = Date.now();
  await phone.setOffline(true);
  await test.step("a reload without network is no matter", async () => {
    await page.reload();
    await expect(page.getByRole("region", { name: "Next stop" })).toBeVisible();
  });

  await test.step("three stops are delivered with photo and signature", async () => {
    for (const name of ["Ada", "Bo", "Cy"]) {
      await driver.arrive();
      await driver.press("Delivered").click();
      await expect(page.getByText("2 things are still missing")).toBeVisible();
      await driver.takePhoto(PICTURE);
      await driver.sign(name);
      if (name === "Ada") await expectAccessible(page, "the door");
      await driver.deliver();
    }
    await expectAccessible(page, "the day");
    await driver.expectWaiting(6);
  });
  const returned = Date.now();

  await test.step("a tab that was closed has lost nothing, not even what was half filled in", async () => {
    await driver.arrive();
    await driver.takePhoto(PICTURE);
    await page.close();
    const again = new DriverPage(await phone.newPage());
    await again.open(day.link);
    await again.expectWaiting(7);
    await again.press("Hand over").click();
    await expect(again.page.getByRole("img", { name: "Photo 1" })).toBeVisible();
    await again.press("Back to the route").click();

    await phone.setOffline(false);
    await again.expectWaiting(0);
  });

  await test.step("the desk has what was done, when it was done", async () => {
    const stops = await day.stopRuns();
    const delivered = stops.filter(({ status }) => status === "delivered");
    expect(delivered.map(({ completion }) => completion.recipientName).sort()).toEqual(["Ada", "Bo", "Cy"]);
    for (const { completion, arrivedAt } of delivered) {
      expect(completion.proofIds).toHaveLength(2);
      expect(completion.position).toMatchObject({ lat: PLACE.latitude, lng: PLACE.longitude });
      expect(completion.atMs).toBeGreaterThan(left);
      expect(completion.atMs).toBeLessThanOrEqual(returned);
      expect(Number(arrivedAt)).toBeGreaterThan(left);
      expect(Number(arrivedAt)).toBeLessThanOrEqual(completion.atMs);
    }
    expect(stops.filter(({ status }) => status === "arrived")).toHaveLength(1);
  });
  await phone.close();
});

test("a link that was withdrawn says so, and what was not sent goes with the next one", async ({
  browser,
  organization,
}) => {
  const day = await dispatchedDay(organization);
  const phone = await browser.newContext(PHONE);
  const page = await phone.newPage();
  const driver = new DriverPage(page);
  await driver.open(day.link);
  await driver.press("Accept route").click();
  await driver.expectWaiting(0);
  await driver.waitUntilKept();

  await phone.setOffline(true);
  await driver.press("Start route").click();
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
  const [route] = (await day.runs()).routes;
  expect(route).toMatchObject({ startedAt: expect.any(Date) });
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
  const phone = await browser.newContext(PHONE);
  const page = await phone.newPage();
  const driver = new DriverPage(page);
  await driver.open(day.link);
  await driver.press("Accept route").click();
  await driver.expectWaiting(0);
  await driver.waitUntilKept();

  await phone.setOffline(true);
  await driver.press("Start route").click();
  const name = await nameOfNext(page);
  await driver.arrive();
  await driver.takePhoto(PICTURE);
  await driver.sign("Ada");
  await driver.deliver();
  await day.moveFirstStopAway();
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
  await page.reload();
  await expect(driver.press("More")).toBeVisible();
  await expect(changed).toBeHidden();
  await phone.close();
});

async function nameOfNext(page: Page): Promise<string> {
  const lines = await page.getByRole("region", { name: "Next stop" }).getByRole("button").innerText();
  return lines.split("\n").find((line) => /\p{L}{2}/u.test(line))!;
}

/** Today's day of one or two vans, the first of which is sent out. */
async function dispatchedDay(organization: TestOrganization, vans = 1) {
  const { zone, date } = midDay();
  const day = await planDay(organization, vans, 6, date, { tasks: TASKS }, zone);
  const { planId } = day;
  const { id: routeId, version } = (await day.board()).routes.find(({ number }) => number === 1)!;
  await organization.call("plan.dispatch", { planId, mutationId: `send-${routeId}`, routes: [{ routeId, version }] });
  const runs = () => organization.call<{ routes: unknown[]; stops: StopRun[] }>("execution.runs", { planId }, "query");
  return {
    link: await newestLink(organization),
    runs,
    stopRuns: async () => (await runs()).stops,
    sendNewLink: async () => {
      await organization.call("plan.resendLink", {
        planId,
        mutationId: `again-${routeId}`,
        routeId,
        channels: ["email"],
      });
      return newestLink(organization);
    },
    moveFirstStopAway: () => moveFirstStopAway(organization, day),
  };
}

/** Messages come newest first. */
async function newestLink(organization: TestOrganization): Promise<string> {
  const [newest] = await organization.call<{ body: string }[]>("message.list", {}, "query");
  return /\/run\/[\w-]{43}/.exec(newest!.body)![0];
}

async function moveFirstStopAway(organization: TestOrganization, { planId, board }: PlannedDay) {
  const { routes } = await board();
  const [from, to] = [1, 2].map((number) => routes.find((route) => route.number === number)!);
  await organization.call("plan.moveStops", {
    planId,
    mutationId: `away-${planId}`,
    visitIds: [from!.schedule.stops[0]!.visitId],
    to: { kind: "best", routeId: to!.id },
    confirmed: routes.map(({ id: routeId, version }) => ({ routeId, version })),
  });
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect.soft(passes.length, name).toBeGreaterThan(10);
  const grave = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.slice(0, 5).map((node) => `${id}: ${node.html} – ${node.failureSummary}`));
  expect.soft(grave, name).toEqual([]);
}
