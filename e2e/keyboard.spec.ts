import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { runCommand } from "./fixtures/run-command";
import { PlanPage } from "./pages/plan-page";

test("a day is planned, changed and dispatched without a pointer", async ({ page, organization }) => {
  test.setTimeout(400_000);
  const day = await planDay(organization, 3, 6);
  const plan = new PlanPage(page);
  await plan.open(day.date);

  await test.step("optimise, look at what it would change, commit", async () => {
    await page.keyboard.press("o");
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: /^Optimise/ }));
    await page.keyboard.press("Enter");
    await expect(plan.proposal()).toBeVisible({ timeout: 150_000 });
    await page.keyboard.press("Enter");
    await expect(plan.proposal()).toBeHidden();
  });

  const { routes, visits } = await day.board();
  const from = routes.toSorted((a, b) => b.stops.length - a.stops.length)[0]!;
  const to = routes.find((route) => route !== from)!;
  const [fromBefore, toBefore] = [from.stops.length, to.stops.length];

  await test.step("jump to a stop by its number", async () => {
    const first = visits.get(from.stops[0]!.visitId)!;
    await page.keyboard.press("Control+k");
    await page.keyboard.type(first.externalId);
    const palette = page.getByRole("dialog", { name: "Search and commands" });
    await expect(palette.getByRole("option", { name: new RegExp(first.externalId) })).toHaveAttribute(
      "data-highlighted",
      "",
    );
    await page.keyboard.press("Enter");
    await expect(palette).toBeHidden();
    await expect(plan.tree()).toBeFocused();
    await expectOn(plan, first.id);
  });

  await test.step("select a range and move it by route number, back and forth", async () => {
    await page.keyboard.press("Shift+J");
    await page.keyboard.press("Shift+J");
    await expect(plan.tree().locator("[data-visit-id][aria-selected=true]")).toHaveCount(3);
    await moveTo(plan, String(to.number));
    await expect.poll(() => plan.stopCount(to.number)).toBe(toBefore + 3);
    await expect(plan.announcement()).toContainText(`route ${to.number}`);
    await expect(plan.tree()).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect.poll(() => plan.stopCount(from.number)).toBe(fromBefore);
    await expect(page.getByRole("button", { name: /^Redo/ })).toBeEnabled();
    await page.keyboard.press("Control+Shift+z");
    await expect.poll(() => plan.stopCount(to.number)).toBe(toBefore + 3);
    await page.keyboard.press("Control+z");
    await expect.poll(() => plan.stopCount(from.number)).toBe(fromBefore);
  });

  const [a, b, c] = from.stops.map(({ visitId }) => visitId);
  await test.step("a route that is not there is named, and moves nothing", async () => {
    const dialog = page.getByRole("dialog", { name: /^Move/ });
    await page.keyboard.press("m");
    await page.keyboard.type("99");
    await expect(dialog).toContainText("There is no route 99");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(plan.tree()).toBeFocused();
  });

  await test.step("step back to nothing selected, then cut one stop and paste it behind another", async () => {
    await page.keyboard.press("Escape");
    await expect(plan.tree().locator("[data-visit-id][aria-selected=true]")).toHaveCount(0);
    await goTo(page, plan, visits.get(a!)!.externalId, a!);
    await page.keyboard.press("Control+x");
    await page.keyboard.press("j");
    await expectOn(plan, b!);
    await page.keyboard.press("Control+v");
    await expect.poll(() => sequenceOf(plan, from.number)).toEqual([b, a, c]);
  });

  await test.step("re-order by one place", async () => {
    await goTo(page, plan, visits.get(b!)!.externalId, b!);
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(() => sequenceOf(plan, from.number)).toEqual([a, b, c]);
  });

  await test.step("lock it, and unassign the next from the menu key", async () => {
    await page.keyboard.press("x");
    await expect(plan.stop(b!).getByRole("img", { name: /Locked/ })).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("ContextMenu");
    const menu = page.getByRole("menu");
    await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await expectAccessible(page, "the menu of a stop");
    await page.keyboard.type("una");
    await page.keyboard.press("Enter");
    await expect(menu).toBeHidden();
    await expect.poll(() => plan.stopCount(from.number)).toBe(fromBefore - 1);
    await expect(plan.tree()).toBeFocused();
    await expect(plan.tree()).toHaveAttribute("aria-activedescendant", /./);
    await expect(plan.tree()).not.toHaveAttribute("aria-activedescendant", `row-${c}`);
  });

  await test.step("dispatch from the palette", async () => {
    await runCommand(page, "dispatch");
    await tabTo(page, page.getByRole("dialog").getByRole("button", { name: /^Dispatch \d+ route/ }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("list", { name: "Receipts" })).toBeVisible();
  });
});

test("keys are listed, searched and switched off; the palette stays", async ({ page, organization }) => {
  const day = await planDay(organization, 2, 3);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet.getByRole("listitem").filter({ hasText: /^Next stop/ })).toBeVisible();
  await expect(sheet.getByRole("listitem").filter({ hasText: "Paste here" })).toContainText("Not now");
  await expectAccessible(page, "the list of keys");
  await page.keyboard.type("previous");
  await expect(sheet.getByRole("listitem")).toHaveCount(3);
  await tabTo(page, sheet.getByRole("switch", { name: "Single-letter shortcuts" }));
  const saved = page.waitForResponse(/preference\.save/);
  await page.keyboard.press("Space");
  await expect(sheet.getByRole("listitem").filter({ hasText: /^Previous stop/ })).toContainText("Off");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await saved;
  await page.reload();
  await expect(plan.tree()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(plan.tree()).not.toHaveAttribute("aria-activedescendant", /./);

  await page.keyboard.press("Control+k");
  await expectAccessible(page, "the palette");
  await page.keyboard.type("keyboard short");
  await expect(page.getByRole("option").first()).toHaveAttribute("data-highlighted", "");
  await page.keyboard.press("Enter");
  await expect(sheet).toBeVisible();
});

test("many orders are picked by what they have in common and changed at once", async ({ page, organization }) => {
  const day = await planDay(organization, 2, 3);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  const waiting = (await day.board()).pool.length;
  await runCommand(page, "select unassigned");
  await expect(plan.announcement()).toHaveText(`${waiting} stops selected`);
  await runCommand(page, "change orders");
  const dialog = page.getByRole("dialog", { name: `Change ${waiting} orders` });
  await tabTo(page, dialog.getByRole("switch", { name: "Priority" }));
  await page.keyboard.press("Space");
  await expect(dialog).toContainText("Priority becomes high");
  await tabTo(page, dialog.getByRole("button", { name: `Change ${waiting} orders` }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => [...(await day.board()).visits.values()].filter(({ priority }) => priority === "high").length)
    .toBe(waiting);

  await test.step("the list is narrowed to them and lets them all be selected", async () => {
    await page.reload();
    await expect(plan.tree()).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Filter stops" }));
    await page.keyboard.press("Enter");
    // The menu takes letters once it has the focus.
    await expect(page.getByRole("menu").locator(":focus")).toHaveCount(1);
    await page.keyboard.type("prio");
    await expect(page.getByRole("menuitem", { name: "Priority" })).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("menuitemcheckbox", { name: "Normal" })).toBeFocused();
    await page.keyboard.type("high");
    await page.keyboard.press("Enter");
    // Out of both menus, however fast they close.
    await expect(async () => {
      await page.keyboard.press("Escape");
      await expect(page.getByRole("menu")).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole("button", { name: `Select all ${waiting}` })).toBeVisible();
    await expect(plan.tree().getByRole("row", { name: /^Route/ })).toHaveCount(0);
  });

  await test.step("a new order is written over the board", async () => {
    await page.keyboard.press("n");
    await expect(page.getByRole("dialog", { name: "New order" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

function isNearFocus(element: Element): boolean {
  const dialog = element.closest("[role=dialog], [role=alertdialog]");
  return dialog === null || dialog.contains(document.activeElement);
}

/** Tab by Tab to where a hand without a mouse would go. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  // A dialog takes the focus some time after it stands, wherever a hand has gone meanwhile.
  await expect.poll(() => target.evaluate(isNearFocus)).toBe(true);
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not lead there");
}

async function goTo(page: Page, plan: PlanPage, externalId: string, visitId: string): Promise<void> {
  await runCommand(page, externalId);
  await expectOn(plan, visitId);
}

/** The list stands on this stop. */
async function expectOn(plan: PlanPage, visitId: string): Promise<void> {
  await expect(plan.tree()).toHaveAttribute("aria-activedescendant", `row-${visitId}`);
}

/** A move of several may come back as a preview to commit. */
async function moveTo(plan: PlanPage, number: string): Promise<void> {
  const { page } = plan;
  await page.keyboard.press("m");
  await page.keyboard.type(number);
  await page.keyboard.press("Enter");
  const commit = page.getByRole("button", { name: /^Commit/ });
  await expect(plan.announcement().filter({ hasText: "moved to" }).or(commit).first()).toBeVisible();
  if (await commit.isVisible()) await page.keyboard.press("Enter");
}

/** The first three stops of a route as the list shows them. */
async function sequenceOf(plan: PlanPage, number: number): Promise<(string | null)[]> {
  return plan.stopsOf(number).evaluateAll((rows) => rows.slice(0, 3).map((row) => row.getAttribute("data-visit-id")));
}
