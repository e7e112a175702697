import type { Page } from "@playwright/test";
import { type PlanBoard, routeVisitIds } from "@/server/domain/plan/plan-board";
import { expect, test } from "./fixtures/organization";
import { PLANNED_DATE, planDay } from "./fixtures/planned-day";
import { runCommand } from "./fixtures/run-command";
import { PlanPage } from "./pages/plan-page";
import { signIn } from "./pages/sign-in-page";

const sequencesOf = ({ routes }: PlanBoard) => routes.map(routeVisitIds);

async function moveSelection(page: Page, target: string): Promise<void> {
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByLabel("Route number").fill(target);
  await page.keyboard.press("Enter");
}

test("several orders are looked at before they move; discarding leaves all, one undo takes all back", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization, 3, 6);
  await signIn(page, organization.email, organization.password);
  const plan = new PlanPage(page);
  await plan.open(PLANNED_DATE);
  const before = await day.board();
  const preview = plan.preview();

  await test.step("three orders to route 2, by keys", async () => {
    await plan.toggle(1);
    await plan.stopsOf(1).nth(0).click();
    await page.keyboard.press("Shift+J");
    await page.keyboard.press("Shift+J");
    await moveSelection(page, "2");
    await expect(preview).toBeVisible();
    await expect(preview).toContainText("Move 3 stops to route 2");
    await expect(preview).toHaveAttribute("data-exact", "true");
    const rows = preview.getByRole("row");
    // Two routes, their heading and their sum.
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(1)).toContainText("was 6");
  });

  await test.step("Escape leaves everything as it was", async () => {
    await page.keyboard.press("Escape");
    await expect(preview).toBeHidden();
    expect(sequencesOf(await day.board())).toEqual(sequencesOf(before));
  });

  const shown = await test.step("the same again, and Enter", async () => {
    await moveSelection(page, "2");
    await expect(preview).toHaveAttribute("data-exact", "true");
    const cells = await preview.getByRole("row").nth(2).getByRole("cell").allInnerTexts();
    await page.keyboard.press("Enter");
    await expect(preview).toBeHidden();
    await expect.poll(() => plan.stopCount(2)).toBe(9);
    return cells;
  });
  expect(shown[0]).toContain("9");
  await expect.poll(async () => (await day.board()).routes.map((route) => route.stops.length)).toEqual([3, 9, 6]);

  await test.step("one undo takes the three back", async () => {
    await page.keyboard.press("Control+z");
    await expect.poll(async () => sequencesOf(await day.board())).toEqual(sequencesOf(before));
  });
});

test("a change to a sent route is looked at first, and its driver is told the difference", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization, 3, 4);
  const sent = (await day.board()).routes[0]!;
  await organization.call("plan.dispatch", {
    planId: day.planId,
    mutationId: `send-${day.planId}`,
    routes: [{ routeId: sent.id, version: sent.version }],
  });
  const told = async () =>
    (await organization.call<{ purpose: string; subject: string }[]>("message.list", {}, "query")).filter(
      ({ purpose }) => purpose === "route-changed",
    );
  await signIn(page, organization.email, organization.password);
  const plan = new PlanPage(page);
  await plan.open(PLANNED_DATE);
  const preview = plan.preview();
  await plan.toggle(1);
  await plan.stopsOf(1).first().click();

  await test.step("one stop off the sent route asks", async () => {
    await moveSelection(page, "3");
    await expect(preview).toContainText("Goes out with the commit");
    await expect(preview).toContainText(`Message to ${sent.driver.name}: route 1 has changed`);
    await page.keyboard.press("Escape");
    await expect(preview).toBeHidden();
    expect(await told()).toEqual([]);
  });

  await test.step("committed, the driver is told", async () => {
    await moveSelection(page, "3");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await preview.getByRole("button", { name: /^Commit/ }).click();
    await expect(preview).toBeHidden();
    await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
    await expect.poll(async () => (await day.board()).routes[0]!.stops.length).toBe(3);
  });

  await test.step("taking it back is looked at as well", async () => {
    await page.keyboard.press("Control+z");
    await expect(preview).toContainText("Undo: Move");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await day.board()).routes[0]!.stops.length).toBe(4);
  });

  await test.step("while it is looked at, somebody changes the route: the figures follow", async () => {
    await moveSelection(page, "3");
    await expect(preview).toHaveAttribute("data-exact", "true");
    const { pool, routes } = await day.board();
    await organization.call("plan.moveStops", {
      planId: day.planId,
      mutationId: `other-${day.planId}`,
      visitIds: [pool[0]],
      to: { kind: "best", routeId: routes[2]!.id },
    });
    await expect(preview.getByRole("row").nth(2).getByRole("cell").first()).toContainText("was 5");
    await expect(preview).toHaveAttribute("data-exact", "true");
    await page.keyboard.press("Escape");
  });
});

test("a route and a selection are optimised as previews, and nothing else changes", async ({ page, organization }) => {
  const day = await planDay(organization, 3, 6);
  await signIn(page, organization.email, organization.password);
  const plan = new PlanPage(page);
  await plan.open(PLANNED_DATE);
  const before = await day.board();
  const optimize = async (scope: RegExp) => {
    await runCommand(page, "optimise all unlocked");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: scope }).click();
    await dialog.getByRole("combobox", { name: "Search for" }).click();
    await page.getByRole("option", { name: /^10 seconds/ }).click();
    await dialog.getByRole("button", { name: "Optimise" }).click();
    await expect(plan.proposal()).toBeVisible({ timeout: 90_000 });
  };
  await plan.toggle(1);
  await plan.stopsOf(1).nth(0).click();
  await page.keyboard.press("Shift+J");

  await test.step("two selected stops: one key has them optimised, and discarding leaves all", async () => {
    await page.keyboard.press("o");
    await expect(plan.announcement()).toHaveText("Optimising 2 selected stops");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(plan.proposal()).toBeVisible({ timeout: 90_000 });
    await page.keyboard.press("Escape");
    await expect(plan.proposal()).toBeHidden();
    expect(sequencesOf(await day.board())).toEqual(sequencesOf(before));
  });

  await test.step("one route: its stops in order, committed", async () => {
    await optimize(/^Route 1 \(6\)/);
    await plan.commit();
    const [first, ...rest] = sequencesOf(await day.board());
    expect(first!.toSorted()).toEqual(sequencesOf(before)[0]!.toSorted());
    expect(rest).toEqual(sequencesOf(before).slice(1));
  });
});
