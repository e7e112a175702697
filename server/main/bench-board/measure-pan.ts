import type { Page } from "@playwright/test";
import { type Desk, whenMapRests } from "./desk";
import { emptyTheMap } from "./empty-map";
import { traceMainThread, workPerFrame } from "./main-thread-trace";
import { median, quantile } from "./quantile";

/** The whole day in view, and near enough for numbers at the stops. */
const VIEWS = { overview: null, streets: 14 } as const;
const STEPS = 60;
const LIMIT_MILLISECONDS = 8_000;

interface BenchMap {
  getContainer(): HTMLElement;
  getCenter(): { lng: number; lat: number };
  jumpTo(view: { zoom: number; center?: { lng: number; lat: number } }): void;
  queryRenderedFeatures(box: [[number, number], [number, number]]): { source: string }[];
  getStyle(): { layers: { id: string; source?: string }[]; sources: Record<string, unknown> };
  removeLayer(id: string): void;
  removeSource(id: string): void;
}

declare global {
  interface Window {
    __map?: BenchMap;
  }
}

/** Main-thread processor time of a frame while the map is dragged about, with the day on it and with nothing on it. */
export async function measurePan(desk: Desk) {
  const full = await panBoth(desk);
  await desk.page.evaluate(emptyTheMap);
  const empty = await panBoth(desk);
  const views = Object.keys(VIEWS) as (keyof typeof VIEWS)[];
  const figures = views.map((view) => ({
    view,
    frames: full[view].length,
    medianMilliseconds: median(full[view]),
    overEmptyMedianMilliseconds: median(full[view]) - median(empty[view]),
    overEmptyP95Milliseconds: quantile(full[view], 0.95) - quantile(empty[view], 0.95),
    emptyMedianMilliseconds: median(empty[view]),
  }));
  return {
    panOverEmptyMedianMilliseconds: Math.max(...figures.map((each) => each.overEmptyMedianMilliseconds)),
    panOverEmptyP95Milliseconds: Math.max(...figures.map((each) => each.overEmptyP95Milliseconds)),
    panViews: figures,
  };
}

async function panBoth({ browser, page }: Desk): Promise<Record<keyof typeof VIEWS, number[]>> {
  await page.keyboard.press("f");
  await whenMapRests(page);
  const overview = workPerFrame(await traceMainThread(browser, page, () => pan(page)));
  await page.evaluate((zoom) => window.__map!.jumpTo({ zoom }), VIEWS.streets);
  await whenMapRests(page);
  const streets = workPerFrame(await traceMainThread(browser, page, () => pan(page)));
  return { overview, streets };
}

/** Drags bare ground in a circle, as far as the time allowed suffices where drawing is slow. */
async function pan(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(findBareGround);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const until = performance.now() + LIMIT_MILLISECONDS;
  for (let step = 1; step <= STEPS && performance.now() < until; step++) {
    const angle = (step / STEPS) * 2 * Math.PI;
    await page.mouse.move(x + 160 * Math.sin(angle), y + 120 * (1 - Math.cos(angle)));
  }
  await page.mouse.up();
  await whenMapRests(page);
}

/** In the page: where a press pans instead of taking hold of a stop. */
function findBareGround(): { x: number; y: number } {
  const map = window.__map!;
  const box = map.getContainer().getBoundingClientRect();
  const reach = 16;
  for (let y = 80; y < box.height - 80; y += 12) {
    for (let x = 80; x < box.width - 80; x += 12) {
      const around = map.queryRenderedFeatures([
        [x - reach, y - reach],
        [x + reach, y + reach],
      ]);
      const isBare = around.every(({ source }) => !source.startsWith("dray-") || source.startsWith("dray-route"));
      if (isBare) return { x: box.left + x, y: box.top + y };
    }
  }
  throw new Error("there is no bare ground in view");
}
