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
    await page.getByLabel("Earliest begin of break 1").fill("08:10");
    await page.getByLabel("Latest begin of break 1").fill("08:25");
    await expectAccessible(page, "a driver's breaks");
    await page.getByRole("button", { name: "Save driver" }).click();
    await expect(page.getByText("30 min 08:10–08:25")).toBeVisible();
  });

  const plan = new PlanPage(page);
  await test.step("on the board, between two stops and in the timeline", async () => {
    await plan.open(day.date);
    await plan.toggle(1);
    await expect(plan.tree().getByText("Break, 30 min")).toHaveCount(1);
    await expect.poll(async () => (await plan.barsOf(1, "break")).length).toBe(1);
  });

  await test.step("none on this day", async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Drivers of the day…" }).click();
    await expect(page.getByRole("dialog").getByLabel("Earliest begin of break 1")).toHaveValue("08:10");
    await expectAccessible(page, "the breaks of a day");
    await page.getByRole("button", { name: "Remove break 1" }).click();
    await page.getByRole("button", { name: "Use 1 driver" }).click();
    await expect(plan.tree().getByText("Break, 30 min")).toHaveCount(0);
  });
});
