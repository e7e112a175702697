import type { Locator, Page } from "@playwright/test";
import { stopPlaces } from "@/server/domain/plan/plan-board";
import { COARSE_PIXELS } from "./fixtures/coarse-pixels";
import { midDay } from "./fixtures/mid-day";
import { expect, test } from "./fixtures/organization";
import { planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

test.use(COARSE_PIXELS);

const band = (page: Page, number: number) =>
  page.locator(`[data-testid="timeline-band"][data-route-number="${number}"]`);
const grid = (page: Page) => page.getByRole("grid", { name: "Timeline of the routes" });

/** The middle of a stop's block, found by walking there: the picture has no element per stop. */
async function blockOf(page: Page, number: number): Promise<{ x: number; y: number }> {
  const row = (await band(page, number).boundingBox())!;
  const blocks = (await band(page, number).locator('path[data-kind="service"]').boundingBox())!;
  return { x: blocks.x + 3, y: row.y + row.height / 2 };
}

async function dragTo(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 16, from.y + 8, { steps: 8 });
  await expect(page.getByTestId("drag-card")).toBeVisible();
  await page.mouse.move(to.x, to.y, { steps: 10 });
  // The first move onto an element only enters it; what is aimed at is told by those that follow.
  await page.mouse.move(to.x + 1, to.y);
  await page.mouse.move(to.x, to.y);
}

test("stops are moved along the timeline by mouse, and list and inspector go along", async ({ page, organization }) => {
  const day = await planDay(organization);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  await expect(band(page, 1)).toBeVisible();

  const block = await blockOf(page, 1);
  await page.mouse.move(block.x, block.y);
  await expect(page.getByTestId("hovered-block")).toContainText("1 of 6");
  await page.mouse.click(block.x, block.y);
  const [first] = (await day.board()).routes[0]!.stops;
  await expect(plan.stop(first!.visitId)).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tab", { name: "Stop", exact: true })).toHaveAttribute("aria-selected", "true");

  await test.step("a plain drop on another row takes its best place, whose price the row shows", async () => {
    const target = (await band(page, 2).boundingBox())!;
    await dragTo(page, block, { x: target.x + target.width / 2, y: target.y + target.height / 2 });
    await expect(
      page
        .getByRole("row")
        .filter({ has: band(page, 2) })
        .getByTestId("timeline-delta"),
    ).toContainText(/[+−±].*km/);
    await expect(page.getByTestId("drag-card")).toContainText("Route 2, best position");
    await page.mouse.up();
    await expect.poll(() => plan.stopCount(2)).toBe(7);
    await expect.poll(async () => stopPlaces(await day.board()).get(first!.visitId)?.route.number).toBe(2);
  });

  await test.step("off the timeline into the list, and from the list onto the timeline", async () => {
    await dragTo(page, await blockOf(page, 3), await middle(plan.tree().locator('[data-drop-kind="pool"]').first()));
    await expect(page.getByTestId("drag-card")).toContainText("Unassigned");
    await page.mouse.up();
    await expect.poll(() => plan.stopCount(3)).toBe(5);
    const left = plan.tree().locator('[data-visit-id][data-drop-kind="pool"]').first();
    await dragTo(page, await middle(left), await middle(band(page, 2)));
    await expect(page.getByTestId("drag-card")).toContainText("Route 2, best position");
    await page.mouse.up();
    await expect.poll(() => plan.stopCount(2)).toBe(8);
  });

  await test.step("with Alt a drop takes just that time", async () => {
    const from = await blockOf(page, 1);
    const [taken] = (await day.board()).routes[0]!.stops;
    const to = (await band(page, 3).boundingBox())!;
    await dragTo(page, from, { x: to.x + 2, y: to.y + to.height / 2 });
    await expect(page.getByTestId("drag-card")).toContainText("Route 3, best position");
    await page.keyboard.down("Alt");
    await page.mouse.move(to.x + 1, to.y + to.height / 2);
    await expect(page.getByTestId("drag-card")).toContainText("Route 3, first stop");
    await page.mouse.up();
    await page.keyboard.up("Alt");
    await expect.poll(() => plan.stopCount(3)).toBe(6);
    await expect.poll(async () => (await day.board()).routes[2]!.stops[0]!.visitId).toBe(taken!.visitId);
  });

  await test.step("a stroke along the hours selects whoever is served meanwhile", async () => {
    const axis = (await page.getByTestId("time-axis").boundingBox())!;
    await page.mouse.move(axis.x + 2, axis.y + 8);
    await page.mouse.down();
    await page.mouse.move(axis.x + axis.width * 0.9, axis.y + 8, { steps: 6 });
    await page.mouse.up();
    await expect(page.getByTestId("time-brush")).toBeVisible();
    await expect(plan.announcement()).toContainText(/^\d+ stops selected$/);
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("time-brush")).toBeHidden();
  });
});

test("the timeline is walked and its stops are moved by keys alone", async ({ page, organization }) => {
  const day = await planDay(organization);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  const { routes } = await day.board();
  await grid(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  const second = routes[0]!.stops[1]!.visitId;
  await expect(plan.stop(second)).toHaveAttribute("aria-selected", "true");
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `timeline-${routes[0]!.id}`);
  await expect(band(page, 1)).toHaveAccessibleName(/^Route 1, .*6 stops.*2 of 6 · /);

  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(async () => (await day.board()).routes[0]!.stops[0]!.visitId).toBe(second);
  await page.keyboard.press("ArrowDown");
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", `timeline-${routes[1]!.id}`);

  await page.keyboard.press("g");
  await page.getByRole("dialog").getByLabel("Time", { exact: true }).fill("0-23:59");
  await page.keyboard.press("Enter");
  await expect(plan.announcement()).toContainText("18 stops selected");
  await expect(page.getByRole("tab", { name: /^Stops/ })).toBeVisible();
});

test("how the board is arranged is found again, and its three modes stand in the address", async ({
  page,
  organization,
}) => {
  // Of a day that is over nothing is waited for.
  const { zone, date } = midDay();
  const day = await planDay(organization, 3, 6, date, {}, zone);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  const panel = page.getByRole("region", { name: "Timeline" });
  const height = async () => Math.round((await panel.boundingBox())!.height);

  await test.step("a panel keeps its size, and stays away once put away", async () => {
    const before = await height();
    const handle = page.getByRole("separator", { name: "Resize the timeline" });
    const at = await middle(handle);
    await arranged(page, async () => {
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await page.mouse.move(at.x, at.y - 80, { steps: 5 });
      await page.mouse.up();
    });
    await expect.poll(height).toBeGreaterThan(before + 60);
    const larger = await height();
    await page.reload();
    await expect(panel).toBeVisible();
    await expect.poll(async () => Math.abs((await height()) - larger)).toBeLessThanOrEqual(2);
    await arranged(page, () => page.keyboard.press("t"));
    await expect(panel).toBeHidden();
    await page.reload();
    await expect(plan.tree()).toBeVisible();
    await expect(panel).toBeHidden();
    await page.getByRole("group", { name: "Panels" }).getByRole("button", { name: "Timeline" }).click();
    await expect.poll(async () => Math.abs((await height()) - larger)).toBeLessThanOrEqual(2);
  });

  await test.step("live says that nothing is out, then what each driver was told", async () => {
    await page.keyboard.press("2");
    await expect(page).toHaveURL(/mode=live/);
    await expect(page.getByText("Nothing is out yet")).toBeVisible();
    const { routes } = await day.board();
    await organization.call("plan.dispatch", {
      planId: day.planId,
      mutationId: `send-${day.planId}`,
      routes: [{ routeId: routes[0]!.id, version: routes[0]!.version }],
      channels: ["email"],
    });
    await expect(page.getByRole("button", { name: /^Sent: 1 route/ })).toBeVisible();
    await expect(plan.route(1)).toContainText("Link unopened");
    await expect(plan.route(2)).toContainText("Not sent");
    await plan.route(1).click();
    await expect(page.getByRole("tabpanel", { name: "Route 1" })).toContainText("E-mail");
  });

  await test.step("review looks back and changes nothing", async () => {
    await page.keyboard.press("3");
    await expect(page).toHaveURL(/mode=review/);
    await page.getByRole("tab", { name: "Day" }).click();
    await expect(page.getByRole("button", { name: /^Not reported/ })).toContainText("6");
    await expect(page.getByRole("button", { name: /^Optimise/ })).toBeHidden();
    await page.reload();
    await expect(page.getByRole("button", { name: /^Not reported/ })).toBeVisible();
  });
});

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await of.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Does something to the arrangement and waits until the server has it. */
async function arranged(page: Page, act: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse((response) => response.url().includes("preference.save"));
  await act();
  expect((await kept).ok()).toBe(true);
}
