import type { Page } from "@playwright/test";
import type { Map as MapLibreMap } from "maplibre-gl";
import { COARSE_PIXELS } from "./fixtures/coarse-pixels";
import { expect, test } from "./fixtures/organization";
import { type PlannedDay, planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

test.use(COARSE_PIXELS);

type TestWindow = Window & { __map?: MapLibreMap };
type Point = { readonly x: number; readonly y: number };

test.beforeEach(async ({ page }) => {
  await page.addInitScript("window.__drayTest = true");
});

test("click, Ctrl and Shift pick stops on the map, and the list follows", async ({ page, organization }) => {
  const { day, plan } = await openDay(page, organization);
  const [first, second] = (await day.board()).routes;
  const along = first!.stops.map(({ visitId }) => visitId);
  await clickStop(page, day, along[1]!);
  await expectSelected(plan, [along[1]!]);
  await clickStop(page, day, along[3]!, "Shift");
  await expectSelected(plan, along.slice(1, 4));
  await clickStop(page, day, along[2]!, "Control");
  await expectSelected(plan, [along[1]!, along[3]!]);
  const other = second!.stops[0]!.visitId;
  await clickStop(page, day, other, "Control");
  await expectSelected(plan, [along[1]!, along[3]!, other]);
});

test("the lasso takes exactly the stops inside", async ({ page, organization }) => {
  const { day } = await openDay(page, organization);
  const positions = await stopPositions(page, day);
  const ids = [...positions.keys()];
  const { x: edge } = middleOf([...positions.values()]);
  const inside = ids.filter((id) => positions.get(id)!.x < edge);
  expect(inside.length).toBeGreaterThan(3);
  const map = (await page.locator(".dray-map").boundingBox())!;
  // Beside the tools and the panel's edge, which are grabbed for what they are.
  const [left, top, bottom] = [map.x + 24, map.y + 62, map.y + map.height - 40];
  await page.keyboard.press("l");
  await expect(page.locator('[data-tool="lasso"]')).toBeAttached();
  await drag(page, [
    { x: left, y: top },
    { x: edge, y: top },
    { x: edge, y: bottom },
    { x: left, y: bottom },
  ]);
  await expect(new PlanPage(page).announcement()).toHaveText(`${inside.length} stops selected`);
});

test("isolating a route fades the others, hiding takes it away, and one button shows all again", async ({
  page,
  organization,
}) => {
  const { day, plan } = await openDay(page, organization);
  const [first] = (await day.board()).routes;
  await plan.route(1).click();
  await page.keyboard.press("i");
  await expect.poll(() => dimmedRoutes(page)).toBe((await day.board()).routes.length - 1);
  await page.getByRole("button", { name: "Show all routes" }).click();
  await expect.poll(() => dimmedRoutes(page)).toBe(0);
  await plan.route(1).click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Hide/ }).click();
  await expect.poll(() => drawnRoutes(page)).not.toContain(first!.id);
});

test("a stop is dragged to another route's line, to the list and to the unassigned", async ({ page, organization }) => {
  const { day, plan } = await openDay(page, organization);
  const [first, second, third] = (await day.board()).routes;
  const [a, b, c] = first!.stops.map(({ visitId }) => visitId);
  const at = await positionOf(page, day, a!);
  const target = await positionOf(page, day, second!.stops[2]!.visitId);
  await drag(page, [at, target], async () => {
    await expect(page.getByTestId("drag-card")).toContainText(`Route ${second!.number}`);
    await expect(page.getByTestId("drag-card")).toContainText(/min/);
    // Every route nearby says what it would make of it.
    await expect.poll(() => droppable(page)).toBeGreaterThan(0);
  });
  await expect.poll(async () => routeOf(day, a!)).toBe(second!.id);
  await expect.poll(() => plan.stopCount(second!.number)).toBe(7);

  const row = (await plan.route(third!.number).boundingBox())!;
  await drag(page, [await positionOf(page, day, b!), { x: row.x + 120, y: row.y + row.height / 2 }]);
  await expect.poll(async () => routeOf(day, b!)).toBe(third!.id);
  await expect.poll(() => plan.stopCount(third!.number)).toBe(7);

  const pool = (await plan.tree().locator('[data-drop-kind="pool"]').first().boundingBox())!;
  await drag(page, [await positionOf(page, day, c!), { x: pool.x + 120, y: pool.y + pool.height / 2 }]);
  await expect.poll(async () => routeOf(day, c!)).toBe(null);
});

test("a row of the list is dragged to a route's line, and a selection goes as one", async ({ page, organization }) => {
  const { day, plan } = await openDay(page, organization);
  const { pool, routes } = await day.board();
  const row = (await plan.stop(pool[0]!).boundingBox())!;
  const target = await positionOf(page, day, routes[0]!.stops[3]!.visitId);
  await drag(page, [{ x: row.x + 100, y: row.y + 20 }, target]);
  await expect.poll(async () => routeOf(day, pool[0]!)).toBe(routes[0]!.id);

  const two = routes[1]!.stops.slice(1, 3).map(({ visitId }) => visitId);
  await clickStop(page, day, two[0]!);
  await clickStop(page, day, two[1]!, "Control");
  await expectSelected(plan, two);
  const other = await positionOf(page, day, routes[2]!.stops[3]!.visitId);
  await drag(page, [await positionOf(page, day, two[1]!), other]);
  // Several at once are looked at first.
  await expect(plan.preview()).toHaveAttribute("data-exact", "true");
  await page.keyboard.press("Enter");
  for (const id of two) await expect.poll(async () => routeOf(day, id)).toBe(routes[2]!.id);
});

async function openDay(page: Page, organization: Parameters<typeof planDay>[0]) {
  const day = await planDay(organization, 3, 6);
  const plan = new PlanPage(page);
  await plan.open(day.date);
  await expect(page.locator("body")).toHaveAttribute("data-map", "idle", { timeout: 60_000 });
  return { day, plan };
}

/** Where stops are in the window, by id. */
async function stopPositions(page: Page, day: PlannedDay): Promise<Map<string, Point>> {
  const { visits } = await day.board();
  const places = [...visits.values()].flatMap(({ id, position }) => (position ? [{ id, ...position }] : []));
  // A panel that opened beside it moves what it shows.
  await expect(page.locator("body")).toHaveAttribute("data-map", "idle");
  const points = await page.evaluate((asked) => {
    const map = (window as TestWindow).__map!;
    const { left, top } = map.getContainer().getBoundingClientRect();
    return asked.map(({ id, lng, lat }) => {
      const { x, y } = map.project([lng, lat]);
      return [id, { x: left + x, y: top + y }] as const;
    });
  }, places);
  return new Map(points);
}

async function positionOf(page: Page, day: PlannedDay, visitId: string): Promise<Point> {
  return (await stopPositions(page, day)).get(visitId)!;
}

async function clickStop(page: Page, day: PlannedDay, visitId: string, key?: "Shift" | "Control"): Promise<void> {
  const { x, y } = await positionOf(page, day, visitId);
  if (key) await page.keyboard.down(key);
  await page.mouse.click(x, y);
  if (key) await page.keyboard.up(key);
}

/** Presses at the first point, moves through the others, and lets go at the last. */
async function drag(page: Page, [from, ...path]: readonly Point[], beforeDrop?: () => Promise<void>): Promise<void> {
  await page.mouse.move(from!.x, from!.y);
  await page.mouse.down();
  for (const { x, y } of path) await page.mouse.move(x, y, { steps: 12 });
  await beforeDrop?.();
  await page.mouse.up();
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** What is selected, as the rows of the (opened) routes say. */
async function expectSelected(plan: PlanPage, visitIds: readonly string[]): Promise<void> {
  const rows = plan.tree().locator('[data-visit-id][aria-selected="true"]');
  await expect
    .poll(async () => (await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-visit-id")))).sort())
    .toEqual([...visitIds].sort());
}

async function dimmedRoutes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const map = (window as TestWindow).__map!;
    const ids = new Set(map.querySourceFeatures("dray-routes").map(({ properties }) => String(properties.route)));
    return [...ids].filter((id) => map.getFeatureState({ source: "dray-routes", id })?.dimmed).length;
  });
}

async function drawnRoutes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as TestWindow)
      .__map!.queryRenderedFeatures({ layers: ["dray-route-casing"] })
      .map(({ properties }) => String(properties.route)),
  );
}

async function droppable(page: Page): Promise<number> {
  return page.evaluate(() => (window as TestWindow).__map!.queryRenderedFeatures({ layers: ["dray-drop-tag"] }).length);
}

async function routeOf(day: PlannedDay, visitId: string): Promise<string | null> {
  const { routes } = await day.board();
  return routes.find(({ stops }) => stops.some((stop) => stop.visitId === visitId))?.id ?? null;
}

test.describe("by finger", () => {
  test.use({ hasTouch: true });

  test("a stop rested upon is dragged to another route's line, one moved at once pans the map", async ({
    page,
    organization,
  }) => {
    const { day } = await openDay(page, organization);
    const { routes } = await day.board();
    const [a, b] = routes[0]!.stops.map(({ visitId }) => visitId);
    const touch = await fingerOn(page);
    const before = await positionOf(page, day, b!);
    await touch.down(before);
    await touch.moveTo({ x: before.x - 120, y: before.y + 60 });
    await touch.up();
    await expect.poll(async () => (await positionOf(page, day, b!)).x).toBeLessThan(before.x - 40);
    expect(await routeOf(day, b!)).toBe(routes[0]!.id);
    await expect(page.locator("body")).toHaveAttribute("data-map", "idle");
    await touch.down(await positionOf(page, day, a!));
    // How long resting takes is the board's to say: it shows a card once the finger moves with the stop.
    const target = await positionOf(page, day, routes[1]!.stops[2]!.visitId);
    await expect.poll(() => canPan(page)).toBe(false);
    await touch.moveTo(target);
    await expect(page.getByTestId("drag-card")).toContainText(`Route ${routes[1]!.number}`);
    await touch.up();
    await expect.poll(async () => routeOf(day, a!)).toBe(routes[1]!.id);
  });
});

const canPan = (page: Page) => page.evaluate(() => (window as TestWindow).__map!.dragPan.isEnabled());

/** One finger, driven through the browser's own input, so that pointer and touch events come as from glass. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  let at: Point = { x: 0, y: 0 };
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(({ x, y }) => ({ x, y })) });
  return {
    down: async (point: Point) => {
      at = point;
      await send("touchStart", [point]);
    },
    moveTo: async ({ x, y }: Point) => {
      const from = at;
      for (let step = 1; step <= 12; step++) {
        at = { x: from.x + ((x - from.x) * step) / 12, y: from.y + ((y - from.y) * step) / 12 };
        await send("touchMove", [at]);
      }
    },
    up: () => send("touchEnd", []),
  };
}
