import { devices } from "@playwright/test";
import { expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { newestLink } from "./fixtures/route-of-today";
import { runCommand } from "./fixtures/run-command";
import { DriverPage } from "./pages/driver-page";
import { PlanPage } from "./pages/plan-page";

const MAP_POINT = /^geo:/;

test("a van that cannot carry its day at once comes back to load, is planned so, and its driver is told", async ({
  page,
  browser,
  organization,
}) => {
  test.slow();
  const date = new Date().toISOString().slice(0, 10);
  const day = await planDay(organization, 1, 6, date);
  const plan = new PlanPage(page);
  const preview = plan.preview();
  const loads = () => plan.stopsOf(1).filter({ hasText: "Back to the depot to load" });
  const reloads = async () => (await day.board()).routes[0]!.stops.map(({ reload }) => reload?.loadSeconds ?? 0);
  const run = (command: string) => runCommand(page, command);
  await plan.open(day.date);
  await plan.toggle(1);

  await test.step("by hand: before a stop, after a look at what it costs", async () => {
    await plan.stopsOf(1).nth(3).click();
    await run("load again before");
    await expect(preview).toContainText("Load again before");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await preview.getByRole("button", { name: /^Commit/ }).click();
    await expect(preview).toBeHidden();
    await expect(loads()).toHaveCount(1);
    expect(await reloads()).toEqual([0, 0, 0, 1200, 0, 0]);
  });

  await test.step("the stop behind it moves away, the reload stays; undo brings both back", async () => {
    const [first, fourth] = [plan.stopsOf(1).first(), plan.stopsOf(1).nth(3)];
    const visitId = await fourth.getAttribute("data-visit-id");
    await fourth.click();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(plan.stopsOf(1).nth(2)).toHaveAttribute("data-visit-id", visitId!);
    await expect.poll(reloads).toEqual([0, 0, 0, 0, 1200, 0]);
    await expect(first).not.toContainText("Back to the depot");
    await page.keyboard.press("Control+z");
    await expect(plan.stopsOf(1).nth(3)).toHaveAttribute("data-visit-id", visitId!);
    await expect(plan.stopsOf(1).nth(3)).toContainText("Back to the depot to load");
    expect(await reloads()).toEqual([0, 0, 0, 1200, 0, 0]);
  });

  await test.step("and no longer, which undo takes back, too", async () => {
    await plan.stopsOf(1).nth(3).click();
    await run("do not load again");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await preview.getByRole("button", { name: /^Commit/ }).click();
    await expect(loads()).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(loads()).toHaveCount(1);
  });

  await test.step("the optimizer may be told that vans come back", async () => {
    await page.getByRole("button", { name: /^Optimise/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: /come back to load again/ }).click();
    await expect(dialog.getByRole("combobox", { name: "Loading takes" })).toBeVisible();
    await page.screenshot({ path: "test-results/reload-optimize.png" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await expectAccessible(page, "the board");
  await plan.stopsOf(1).nth(3).click();
  await page.screenshot({ path: "test-results/reload-board.png" });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot({ path: "test-results/reload-board-dark.png" });
  await page.emulateMedia({ colorScheme: "light" });

  const [route] = (await day.board()).routes;
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: [{ routeId: route!.id, version: route!.version }],
  });
  const phone = await browser.newContext({ ...devices["Pixel 7"], locale: "en-GB" });
  const driver = new DriverPage(await phone.newPage());
  await test.step("the driver sees where he loads, on the list and before the stop behind it", async () => {
    await driver.open(await newestLink(organization));
    await driver.press("Accept route").click();
    await driver.press("Start route").click();
    const list = driver.page.getByText(/^Back to .*: load$/);
    await expect(list).toHaveCount(1);
    await driver.waitUntilKept();
    await phone.setOffline(true);
    await driver.page.reload();
    await expect(list).toHaveCount(1);
    await phone.setOffline(false);
    await driver.page.screenshot({ path: "test-results/reload-driver-list.png", fullPage: true });
    for (let stop = 0; stop < 3; stop++) {
      await driver.arrive();
      await driver.deliver();
    }
    const card = driver.page.getByRole("region", { name: "Load first" });
    await expect(card).toContainText("Back to");
    await expect(card.getByRole("link", { name: /^Navigate/ })).toHaveAttribute("href", MAP_POINT);
    await expectAccessible(driver.page, "loading first");
    await driver.page.screenshot({ path: "test-results/reload-driver.png" });
    await driver.press("Set off").click();
    await expect(card).toBeHidden();
  });
  await phone.close();
});
