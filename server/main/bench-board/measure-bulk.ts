import type { Page } from "@playwright/test";
import type { Desk } from "./desk";
import { startRange } from "./list-actions";
import { quantile } from "./quantile";

const ROUNDS = 8;
const STOPS = 200;
const TARGET = 20;

/**
 * 200 stops sent to another route by its number: from Enter to the server's word. Each is taken back, so that the next
 * finds the same day.
 */
export async function measureBulk({ page }: Desk) {
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const last = await startRange(page, STOPS);
    await last.click({ modifiers: ["Shift"] });
    await page.keyboard.press("m");
    await page.getByRole("dialog").getByLabel("Route number").fill(String(TARGET));
    await page.evaluate(() => window.__bench.forget());
    await page.keyboard.press("Enter");
    await whenAnswered(page, "plan.moveStops");
    waits.push(
      await page.evaluate(() => {
        const { inputs, answers } = window.__bench;
        return answers("plan.moveStops")[0]!.answeredAt - inputs.find(({ type }) => type === "keydown")!.at;
      }),
    );
    await page.keyboard.press("Control+z");
    await whenAnswered(page, "plan.undo");
  }
  return {
    bulkStops: STOPS,
    bulkPreviewP50Milliseconds: quantile(waits, 0.5),
    bulkPreviewP95Milliseconds: quantile(waits, 0.95),
  };
}

async function whenAnswered(page: Page, procedure: string): Promise<void> {
  await page.waitForFunction((name) => window.__bench.answers(name).length > 0, procedure);
}
