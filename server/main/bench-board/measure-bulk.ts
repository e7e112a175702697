import type { Desk } from "./desk";
import { startRange } from "./list-actions";
import { quantile } from "./quantile";

const ROUNDS = 8;
const STOPS = 200;
const TARGET = 20;

/**
 * 200 stops meant for another route, by its number: from Enter to the preview on real roads. Each is discarded, so that
 * the next finds the same day.
 */
export async function measureBulk({ page }: Desk) {
  const waits: number[] = [];
  const preview = page.getByTestId("edit-preview");
  for (let round = 0; round < ROUNDS; round++) {
    const last = await startRange(page, STOPS);
    await last.click({ modifiers: ["Shift"] });
    await page.keyboard.press("m");
    await page.getByRole("dialog").getByLabel("Route number").fill(String(TARGET));
    await page.evaluate(() => window.__bench.forget());
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => window.__bench.answers("plan.previewMove").length > 0);
    waits.push(
      await page.evaluate(() => {
        const { inputs, answers } = window.__bench;
        return answers("plan.previewMove")[0]!.answeredAt - inputs.find(({ type }) => type === "keydown")!.at;
      }),
    );
    await preview.and(page.locator("[data-exact=true]")).waitFor();
    await page.keyboard.press("Escape");
    await preview.waitFor({ state: "hidden" });
  }
  return {
    bulkStops: STOPS,
    bulkPreviewP50Milliseconds: quantile(waits, 0.5),
    bulkPreviewP95Milliseconds: quantile(waits, 0.95),
  };
}
