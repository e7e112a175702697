import { expect, test } from "./fixtures/organization";
import { PLANNED_DATE, planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";
import { signIn } from "./pages/sign-in-page";

test("several plans side by side, one chosen and committed", async ({ page, organization }) => {
  const day = await planDay(organization, 4, 3);
  await signIn(page, organization.email, organization.password);
  const plan = new PlanPage(page);
  await plan.open(PLANNED_DATE);
  await page.getByRole("button", { name: /^Optimise/ }).click();
  const dialog = page.getByRole("dialog");
  const start = dialog.getByRole("button", { name: "Optimise" });

  await test.step("nothing to plan for is no question", async () => {
    await dialog.getByRole("checkbox", { name: /^Lowest cost/ }).click();
    await expect(dialog).toContainText("Choose at least one");
    await expect(start).toBeDisabled();
  });

  for (const name of [/^Lowest cost/, /^Equal shares/, /^Fewest vans/]) {
    await dialog.getByRole("checkbox", { name }).click();
  }
  await expect(dialog).toContainText("3 plans side by side");
  await dialog.getByRole("combobox", { name: "Search for" }).click();
  await page.getByRole("option", { name: /^10 seconds/ }).click();
  await start.click();
  const table = page.getByRole("table", { name: "The plans to choose from" });
  await expect(table).toBeVisible({ timeout: 60_000 });
  await expect(table.getByRole("radio")).toHaveCount(3);
  await expect(table.getByRole("radio", { name: "Lowest cost" })).toBeChecked();

  const fewest = table.getByRole("row").filter({ hasText: "Fewest vans" });
  const vans = Number.parseInt((await fewest.getByRole("cell").nth(1).innerText()).trim(), 10);
  expect(vans).toBeLessThan(4);
  await fewest.getByRole("radio").click();
  await expect(fewest.getByRole("radio")).toBeChecked();
  await plan.commit();
  const { routes, pool } = await day.board();
  expect(pool).toEqual([]);
  expect(routes.filter((route) => route.stops.length > 0)).toHaveLength(vans);
});
