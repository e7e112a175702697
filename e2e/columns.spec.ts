import type { Locator, Page } from "@playwright/test";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { judgePage } from "./fixtures/judge-page";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

const grid = (page: Page) => page.getByRole("grid", { name: "Routes in columns" });
const column = (page: Page, number: number) => grid(page).locator(`[data-column][data-route-number="${number}"]`);
const cards = (of: Locator) => of.getByRole("gridcell");

test("columns take the map's place by key, stops are dragged between them, and the choice is remembered", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization);
  const plan = new PlanPage(page);
  await plan.open(day.date);

  await test.step("one key shows the columns in place of list and map, and the server keeps that", async () => {
    const saved = page.waitForResponse(/preference\.save/);
    await page.keyboard.press("c");
    await expect(grid(page)).toBeVisible();
    await expect(plan.tree()).toBeHidden();
    await expect(page.getByRole("region", { name: "Map" })).toBeHidden();
    await saved;
    await expect(cards(column(page, 1))).toHaveCount(6);
    const { violations } = await judgePage(page);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(3000);
  });

  const { routes } = await day.board();
  const [first, second] = routes;
  const taken = first!.stops[1]!.visitId;
  const routeOf = async (visitId: string) => stopPlaces(await day.board()).get(visitId)?.route.number;

  await test.step("a plain drop takes the best place, whose price each head shows", async () => {
    await dragTo(page, page.locator(`#card-${taken}`), cards(column(page, 2)).nth(3));
    await expect(page.getByTestId("drag-card")).toContainText("Route 2, best position");
    await expect(column(page, 2).getByTestId("route-delta")).toContainText(/[+−±].*m ·/);
    await page.mouse.up();
    await expect.poll(() => routeOf(taken)).toBe(2);
    await expect(cards(column(page, 2))).toHaveCount(7);
    await expect(cards(column(page, 1))).toHaveCount(5);
  });

  await test.step("undo brings it back", async () => {
    await page.keyboard.press("Control+z");
    await expect.poll(() => routeOf(taken)).toBe(1);
    await expect(cards(column(page, 1))).toHaveCount(6);
  });

  await test.step("with Alt it goes exactly there", async () => {
    const before = second!.stops[2]!.visitId;
    await dragTo(page, page.locator(`#card-${taken}`), page.locator(`#card-${before}`));
    await page.keyboard.down("Alt");
    const { x, y, height } = (await page.locator(`#card-${before}`).boundingBox())!;
    await page.mouse.move(x + 40, y + height - 6);
    await page.mouse.move(x + 41, y + height - 6);
    await expect(page.getByTestId("drag-card")).toContainText("Route 2, after stop 3");
    await page.mouse.up();
    await page.keyboard.up("Alt");
    await expect.poll(async () => (await day.board()).routes[1]!.stops[3]?.visitId).toBe(taken);
  });

  await test.step("the columns are there again after a reload", async () => {
    await page.reload();
    await expect(grid(page)).toBeVisible();
    await expect(cards(column(page, 2)).nth(3)).toHaveAttribute("data-visit-id", taken);
    await page.keyboard.press("c");
    await expect(plan.tree()).toBeVisible();
  });
});

test("columns are walked and their stops moved by keys alone", async ({ page, organization }) => {
  const day = await planDay(organization);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  await page.keyboard.press("c");
  const { routes } = await day.board();
  await grid(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const second = routes[0]!.stops[1]!.visitId;
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `card-${second}`);
  await expect(page.locator(`#card-${second}`)).toHaveAttribute("aria-selected", "true");

  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(async () => (await day.board()).routes[0]!.stops[0]!.visitId).toBe(second);
  await page.keyboard.press("ArrowRight");
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `card-${routes[1]!.stops[0]!.visitId}`);
  await page.keyboard.press("j");
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `card-${routes[1]!.stops[1]!.visitId}`);

  await page.keyboard.press("m");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type("3");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await day.board()).routes[2]!.stops.length).toBe(7);

  await page.keyboard.press("ContextMenu");
  // Before the menu has the focus, Escape would be the board's.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[role=menu]") != null)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  // The menu gives the focus back once it has gone.
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(grid(page).locator('[role="gridcell"][aria-selected="true"]')).toHaveCount(2);
});

async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const at = await middle(from);
  const end = await middle(to);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 16, at.y + 8, { steps: 8 });
  await expect(page.getByTestId("drag-card")).toBeVisible();
  await page.mouse.move(end.x, end.y, { steps: 10 });
  // The first move onto an element only enters it; what is aimed at is told by those that follow.
  await page.mouse.move(end.x + 1, end.y);
  await page.mouse.move(end.x, end.y);
}

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await of.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
