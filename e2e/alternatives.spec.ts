import { judgePage } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { PLANNED_DATE, planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";
import { signIn } from "./pages/sign-in-page";

test("several plans side by side and over each other, one chosen and committed", async ({ page, organization }) => {
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
  await expect(table).toBeVisible({ timeout: 150_000 });
  await expect(table.getByRole("radio")).toHaveCount(3);
  await expect(table.getByRole("radio", { name: "Lowest cost" })).toBeChecked();

  const onMap = (letter: string) => table.getByRole("button", { name: `Show plan ${letter} on the map` });
  const legend = page.getByRole("list", { name: "Plans on the map" });
  await test.step("at first the map shows the one chosen; others are laid over it by key", async () => {
    await expect(onMap("A")).toHaveAttribute("aria-pressed", "true");
    await expect(legend).toBeHidden();
    for (const letter of ["B", "C"]) {
      await onMap(letter).focus();
      await page.keyboard.press("Enter");
      await expect(onMap(letter)).toHaveAttribute("aria-pressed", "true");
    }
    await expect(legend.getByRole("listitem")).toHaveText([
      /Lowest cost/,
      /Equal shares/,
      /Fewest vans/,
      /as it is now/,
    ]);
    const { violations } = await judgePage(page, { within: '[data-testid="proposal"]' });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step("each route stands there once per plan, with the difference to now", async () => {
    const rows = table.locator("tr[data-route-number]");
    await expect(rows).not.toHaveCount(0);
    await expect(rows.first().getByRole("cell")).toHaveCount(4);
    await rows.first().hover();
    await expect(rows.first()).toHaveClass(/bg-hover/);
  });

  await test.step("one of them in detail, and back", async () => {
    await page.getByRole("radio", { name: "A in detail" }).click();
    await expect(table).toBeHidden();
    await expect(page.getByRole("region", { name: "Changes by route" })).toBeVisible();
    await page.getByRole("radio", { name: "Side by side" }).click();
  });

  const vansRow = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Vans", exact: true }) });
  const figure = (await vansRow.getByRole("cell").nth(3).innerText()).replace("(best)", "").trim();
  const vans = Number(/(?:^|\s)(\d+)$/.exec(figure)?.[1]);
  expect(vans).toBeLessThan(4);
  await table.getByRole("radio", { name: "Fewest vans" }).click();
  await expect(table.getByRole("radio", { name: "Fewest vans" })).toBeChecked();
  await expect(page.getByRole("heading", { name: "Proposal C: Fewest vans" })).toBeVisible();
  await plan.commit();
  await expect(legend).toBeHidden();
  const { routes, pool } = await day.board();
  expect(pool).toEqual([]);
  expect(routes.filter((route) => route.stops.length > 0)).toHaveLength(vans);
});
