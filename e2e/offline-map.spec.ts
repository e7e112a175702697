import type { Page } from "@playwright/test";
import type { Map as MapLibreMap } from "maplibre-gl";
import { expect, test } from "./fixtures/organization";
import { type PlannedDay, planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

const NOTICE = "Map background unavailable";
const STYLE_URL = "/somewhere/style.json";
const TILES_URL = "/basemap/tiles.pmtiles";

test.beforeEach(async ({ page }) => {
  await page.addInitScript("window.__drayTest = true");
});

test("without any style the plan stands on a plain background", async ({ page, organization }) => {
  const day = await planDay(organization);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await new PlanPage(page).open(day.date);
  await expectDayDrawn(page, day);
  expect(await backgroundLayers(page)).toEqual(["background", "grid"]);
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  const own = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([]);
});

test("a style that cannot be reached leaves a notice and the day drawn; it comes when asked again", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization);
  await configureMap(page, day, { mapStyleUrl: STYLE_URL });
  await page.route(`**${STYLE_URL}`, (route) => route.abort());
  await new PlanPage(page).open(day.date);
  await expect(page.getByRole("status").filter({ hasText: NOTICE })).toBeVisible();
  await expectDayDrawn(page, day);
  expect(await backgroundLayers(page)).toEqual(["background", "grid"]);

  const style = {
    version: 8,
    sources: {},
    layers: [{ id: "sea", type: "background", paint: { "background-color": "#cde" } }],
  };
  await page.unroute(`**${STYLE_URL}`);
  await page.route(`**${STYLE_URL}`, (route) => route.fulfill({ json: style }));
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  await expect.poll(() => backgroundLayers(page)).toEqual(["sea"]);
  await expectDayDrawn(page, day);
});

test("tiles that cannot be reached leave a notice and the day drawn", async ({ page, organization }) => {
  const day = await planDay(organization);
  await configureMap(page, day, { pmtilesUrl: TILES_URL });
  await page.route(`**${TILES_URL}`, (route) => route.abort());
  await new PlanPage(page).open(day.date);
  await expect(page.getByRole("status").filter({ hasText: NOTICE })).toBeVisible();
  await expectDayDrawn(page, day);
  await page.getByRole("button", { name: "Dismiss" }).click();
  await expect(page.getByText(NOTICE)).toHaveCount(0);
});

test("a style whose tiles fail leaves a notice and the day drawn", async ({ page, organization }) => {
  const day = await planDay(organization);
  await configureMap(page, day, { mapStyleUrl: STYLE_URL });
  const style = {
    version: 8,
    sources: { far: { type: "vector", tiles: ["/somewhere/{z}/{x}/{y}.pbf"] } },
    layers: [{ id: "roads", type: "line", source: "far", "source-layer": "roads" }],
  };
  await page.route(`**${STYLE_URL}`, (route) => route.fulfill({ json: style }));
  await page.route("**/somewhere/**/*.pbf", (route) => route.abort());
  await new PlanPage(page).open(day.date);
  await expect(page.getByRole("status").filter({ hasText: NOTICE })).toBeVisible();
  await expectDayDrawn(page, day);
});

/** Has the page arrive as from a server that has this map background configured. */
async function configureMap(page: Page, { date }: PlannedDay, settings: Record<string, string>): Promise<void> {
  await page.route(`**/plan/${date}*`, async (route) => {
    const response = await route.fetch();
    let body = await response.text();
    for (const [name, value] of Object.entries(settings)) {
      body = body.replaceAll(`\\"${name}\\":\\"$undefined\\"`, `\\"${name}\\":\\"${value}\\"`);
    }
    await route.fulfill({ response, body });
  });
}

type TestWindow = Window & { __map?: MapLibreMap };

async function backgroundLayers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const layers = (window as TestWindow).__map!.getLayersOrder();
    return layers.filter((id) => !id.startsWith("dray-"));
  });
}

/** Every route's line and every planned stop is on the screen, as the map itself says. */
async function expectDayDrawn(page: Page, day: PlannedDay): Promise<void> {
  const { routes } = await day.board();
  const stops = routes.flatMap((route) => route.stops.map(({ visitId }) => visitId)).sort();
  const lines = routes.map(({ id }) => id).sort();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const map = (window as TestWindow).__map;
        if (!map?.loaded()) return null;
        const drawn = (prefix: string, property: string) => {
          const layers = map.getLayersOrder().filter((id) => id.startsWith(prefix));
          const features = map.queryRenderedFeatures({ layers });
          return [...new Set(features.map(({ properties }) => String(properties[property])))].sort();
        };
        return { stops: drawn("dray-stop-dot", "id"), lines: drawn("dray-route-casing", "id") };
      }),
    )
    .toEqual({ stops, lines });
}
