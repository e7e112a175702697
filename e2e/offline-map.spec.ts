import type { Page } from "@playwright/test";
import type { Map as MapLibreMap } from "maplibre-gl";
import { COARSE_PIXELS } from "./fixtures/coarse-pixels";
import { expect, test } from "./fixtures/organization";
import { type PlannedDay, planDay } from "./fixtures/planned-day";
import { PlanPage } from "./pages/plan-page";

test.use(COARSE_PIXELS);

const NOTICE = "Map background unavailable";
const STYLE_URL = "/somewhere/style.json";
const TILES_URL = "/basemap/tiles.pmtiles";
const WORLD = ["background", "world-water", "grid", "world-border", "world-place", "world-country"];

test.beforeEach(async ({ page }) => {
  await page.addInitScript("window.__drayTest = true");
});

test("without any style the plan stands on plain land and water, with names, asked of nobody else", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await new PlanPage(page).open(day.date);
  await expectDayDrawn(page, day);
  await expect.poll(() => backgroundLayers(page)).toEqual(WORLD);
  await expect.poll(() => namesShown(page), { timeout: 120_000 }).toContain("Spain");
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  const own = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(own) && !/^(blob|data):/.test(url))).toEqual([]);
});

test("a style that is away leaves a notice, the day drawn and no error; it comes when asked again", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization);
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", ({ message }) => errors.push(message));
  // The server itself answers this, as it does while the style's own server is away.
  await configureMap(page, day, { mapStyleUrl: "/basemap/style/light" });
  await new PlanPage(page).open(day.date);
  await expect(page.getByRole("status").filter({ hasText: NOTICE })).toBeVisible();
  await expectDayDrawn(page, day);
  await expect.poll(() => backgroundLayers(page)).toEqual(WORLD);
  expect(errors).toEqual([]);

  const style = {
    version: 8,
    sources: {},
    layers: [{ id: "sea", type: "background", paint: { "background-color": "#cde" } }],
  };
  await page.route("**/basemap/style/light", (route) => route.fulfill({ json: style }));
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

test("a local archive is read in ranges and drawn", async ({ page, organization }) => {
  const day = await planDay(organization);
  // The world is an archive like any town's, and here takes one's place.
  await configureMap(page, day, { pmtilesUrl: "/basemap/world.pmtiles?town" });
  const answers: number[] = [];
  page.on("response", (response) => response.url().endsWith("?town") && answers.push(response.status()));
  await new PlanPage(page).open(day.date);
  await expectDayDrawn(page, day);
  await expect.poll(() => backgroundLayers(page)).toContain("main-road");
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  expect(new Set(answers)).toEqual(new Set([206]));
});

test("tiles that fail midway show land and water in their place, and come when the line is back", async ({
  page,
  organization,
}) => {
  const day = await planDay(organization);
  await configureMap(page, day, { mapStyleUrl: STYLE_URL });
  const style = {
    version: 8,
    sources: { far: { type: "vector", tiles: ["/somewhere/{z}/{x}/{y}.pbf"] } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": "#cde" } },
      { id: "roads", type: "line", source: "far", "source-layer": "roads" },
    ],
  };
  await page.route(`**${STYLE_URL}`, (route) => route.fulfill({ json: style }));
  await page.route("**/somewhere/**/*.pbf", (route) => route.fulfill({ body: Buffer.alloc(0) }));
  await new PlanPage(page).open(day.date);
  await expectDayDrawn(page, day);
  await expect.poll(() => backgroundLayers(page)).toEqual(["sea", "roads"]);
  await expect(page.getByText(NOTICE)).toHaveCount(0);

  await page.unroute("**/somewhere/**/*.pbf");
  await page.route("**/somewhere/**/*.pbf", (route) => route.abort());
  await page.evaluate(() => (window as TestWindow).__map!.jumpTo({ zoom: 15 }));
  await expect(page.getByRole("status").filter({ hasText: NOTICE })).toBeVisible();
  await expect
    .poll(() => backgroundLayers(page))
    .toEqual(["sea", "world-land", "world-water", "world-border", "world-place", "world-country", "roads"]);

  await page.unroute("**/somewhere/**/*.pbf");
  await page.route("**/somewhere/**/*.pbf", (route) => route.fulfill({ body: Buffer.alloc(0) }));
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect(page.getByText(NOTICE)).toHaveCount(0);
  await expect.poll(() => backgroundLayers(page)).toEqual(["sea", "roads"]);
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

/** Names of the shipped world, seen from far enough to see a country. */
async function namesShown(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const map = (window as TestWindow).__map!;
    const camera = { center: map.getCenter(), zoom: map.getZoom() };
    map.jumpTo({ zoom: 4 });
    await map.once("idle");
    const features = map.queryRenderedFeatures({ layers: ["world-country", "world-place"] });
    map.jumpTo(camera);
    return features.map(({ properties }) => String(properties.name));
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
