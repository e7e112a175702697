import { devices } from "@playwright/test";
import { COARSE_PIXELS } from "./fixtures/coarse-pixels";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { runCommand } from "./fixtures/run-command";
import { DriverPage } from "./pages/driver-page";
import { PlanPage } from "./pages/plan-page";
import { signIn } from "./pages/sign-in-page";

test.use(COARSE_PIXELS);

test("an order of a sent route is cancelled and the route given to another driver; both phones show it", async ({
  page,
  browser,
  organization,
}) => {
  const day = await planDay(organization, 3, 3, new Date().toISOString().slice(0, 10));
  const [first, second] = (await day.board()).routes;
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: [{ routeId: first!.id, version: first!.version }],
  });
  const links = async () => {
    const messages = await organization.call<{ purpose: string; body: string }[]>("message.list", {}, "query");
    const offers = messages.filter(({ purpose }) => purpose === "route-dispatched");
    return [...new Set(offers.map(({ body }) => /\/run\/[\w-]{43}/.exec(body)![0]))];
  };
  const [link] = await links();
  const phone = await browser.newContext(devices["Pixel 7"]);
  const driver = new DriverPage(await phone.newPage());
  await driver.open(link!);
  await driver.press("Accept route").click();
  await driver.expectWaiting(0);

  await signIn(page, organization.email, organization.password);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  const preview = plan.preview();
  const run = (command: string) => runCommand(page, command);

  await test.step("one order is cancelled after a look, with a reason", async () => {
    await plan.toggle(1);
    await plan.stopsOf(1).first().click();
    await run("cancel the order");
    await expect(preview).toContainText("Cancel 1 order");
    await expect(preview).toContainText(`Message to ${first!.driver.name}: route 1 has changed`);
    await preview.getByLabel("Reason (optional)").fill("The customer called it off");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await preview.getByRole("button", { name: /^Commit/ }).click();
    await expect(preview).toBeHidden();
    await expect.poll(() => plan.stopCount(1)).toBe(2);
    const changed = driver.page.getByRole("alert").filter({ hasText: "Your route was updated" });
    await driver.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(changed).toContainText("Taken off");
  });

  await test.step("the route goes to the driver of another, who has it with what is left", async () => {
    await plan.route(1).click();
    await run("swap the driver of route 1");
    const dialog = page.getByRole("dialog", { name: "Who drives route 1?" });
    await dialog.getByRole("combobox", { name: "New driver" }).fill(second!.driver.name);
    await page.getByRole("option", { name: new RegExp(`^${second!.driver.name}`) }).click();
    await dialog.getByRole("button", { name: "Preview" }).click();
    await expect(preview).toContainText(`Link of route 1 to ${second!.driver.name}`);
    await expect(preview).toContainText(`${first!.driver.name} → ${second!.driver.name}`);
    await expect(preview).toHaveAttribute("data-exact", "true");
    await preview.getByRole("button", { name: /^Commit/ }).click();
    await expect(preview).toBeHidden();
    await expect.poll(async () => (await day.board()).routes[0]!.driver.name).toBe(second!.driver.name);
    await driver.page.evaluate(() => window.dispatchEvent(new Event("online")));
    await expect(driver.page.getByText("This link is closed")).toBeVisible();
    const other = await browser.newContext(devices["Pixel 7"]);
    const next = new DriverPage(await other.newPage());
    await next.open((await links())[0]!);
    await expect(next.page.getByRole("heading", { name: "A route for you" })).toBeVisible();
    await expect(next.page.getByText("2 stops")).toBeVisible();
    await other.close();
  });

  await test.step("one undo gives it back, and the next brings the order back to its place", async () => {
    await page.keyboard.press("Control+z");
    await expect(preview).toContainText("Undo: Swap drivers of 1 and 2");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await day.board()).routes[0]!.driver.name).toBe(first!.driver.name);
    await page.keyboard.press("Control+z");
    await expect(preview).toContainText("Undo: Cancel");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await day.board()).routes[0]!.stops.length).toBe(3);
  });
  await phone.close();
});

test("the route of a driver who is not there is split over the others", async ({ page, organization }) => {
  const day = await planDay(organization, 3, 3);
  await signIn(page, organization.email, organization.password);
  const plan = new PlanPage(page);
  const [route] = (await day.board()).routes;
  await page.goto(`/plan/${day.date}?focus=split:${route!.id}`);
  const preview = plan.preview();
  await expect(preview).toContainText("Split route 1 over others");
  await expect(preview).toHaveAttribute("data-exact", "true");
  await preview.getByRole("button", { name: /^Commit/ }).click();
  await expect(preview).toBeHidden();
  await expect.poll(async () => (await day.board()).routes[0]!.stops.length).toBe(0);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await day.board()).routes[0]!.stops.length).toBe(3);
});
