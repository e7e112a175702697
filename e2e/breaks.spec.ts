import { expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

test("a driver's usual break is set in the fleet, seen on the board, and left out for a day", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization, 1, 8);
  const [route] = (await day.board()).routes;
  const driver = route!.driver.name;

  await test.step("in the fleet", async () => {
    await page.goto("/drivers");
    await page.getByRole("button", { name: driver }).click();
    await page.getByRole("button", { name: "Add a break" }).click();
    await page.getByLabel("Earliest begin of break 1").fill("later");
    await page.getByRole("button", { name: "Save driver" }).click();
    await expect(page.getByText("Write two times, like 11:30 and 13:30")).toBeVisible();
    await page.getByLabel("Earliest begin of break 1").fill("06:30");
    await page.getByLabel("Latest begin of break 1").fill("08:00");
    await expectAccessible(page, "a driver's breaks");
    await page.screenshot({ path: "test-results/breaks-driver.png" });
    await page.getByRole("button", { name: "Save driver" }).click();
    await expect(page.getByText("30 min 06:30–08:00")).toBeVisible();
  });

  const plan = new PlanPage(page);
  await test.step("on the board, between two stops and in the timeline", async () => {
    await plan.open(day.date);
    await plan.toggle(1);
    await expect(plan.tree().getByText("Break, 30 min")).toHaveCount(1);
    await expect.poll(async () => (await plan.barsOf(1, "break")).length).toBe(1);
    await page.screenshot({ path: "test-results/breaks-board.png" });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot({ path: "test-results/breaks-board-dark.png" });
    await page.emulateMedia({ colorScheme: "light" });
  });

  await test.step("none on this day", async () => {
    await page.getByRole("button", { name: "Choose drivers" }).click();
    await page.screenshot({ path: "test-results/breaks-day.png" });
    await page.getByRole("button", { name: "Remove break 1" }).click();
    await page.getByRole("button", { name: "Use 1 driver" }).click();
    await expect(plan.tree().getByText("Break, 30 min")).toHaveCount(0);
  });
});
