import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { selectedCount, selectionShown, startRange } from "./list-actions";
import { traceMainThread, workUntilFrame } from "./main-thread-trace";
import { median } from "./quantile";

const ROUNDS = 5;
const VERTICES = 120;
const RADIUS_PIXELS = 200;
const RANGE_STOPS = 120;

/** A lasso of many corners, and a range of many stops: main-thread work from letting go until they are selected. */
export async function measureSelection({ page, browser }: Desk) {
  const lassos: number[] = [];
  let lassoedStops = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const tasks = await traceMainThread(browser, page, () => drawLasso(page));
    lassos.push(workUntilFrame(tasks, "pointerup"));
    lassoedStops = await selectedCount(page);
    await page.keyboard.press("Escape");
  }
  const ranges: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const last = await startRange(page, RANGE_STOPS);
    const tasks = await traceMainThread(browser, page, () => last.click({ modifiers: ["Shift"] }));
    ranges.push(workUntilFrame(tasks, "click"));
    const count = await selectedCount(page);
    if (count !== RANGE_STOPS) throw new Error(`${count} stops were selected instead of ${RANGE_STOPS}`);
    await page.keyboard.press("Escape");
  }
  return {
    lassoedStops,
    lassoMilliseconds: median(lassos),
    lassoWorstMilliseconds: Math.max(...lassos),
    selectMilliseconds: median(ranges),
    selectWorstMilliseconds: Math.max(...ranges),
  };
}

async function drawLasso(page: Page): Promise<void> {
  await page.keyboard.press("l");
  await page.locator(".dray-map [data-tool=lasso]").waitFor({ state: "attached" });
  const box = (await page.locator(".dray-map").boundingBox())!;
  const corner = (index: number) => {
    const angle = (index / VERTICES) * 2 * Math.PI;
    const x = box.x + box.width / 2 + RADIUS_PIXELS * Math.sin(angle);
    return { x, y: box.y + box.height / 2 - RADIUS_PIXELS * Math.cos(angle) };
  };
  await page.mouse.move(corner(0).x, corner(0).y);
  await page.mouse.down();
  for (let index = 1; index < VERTICES; index++) await page.mouse.move(corner(index).x, corner(index).y);
  await page.mouse.up();
  await selectionShown(page);
}
