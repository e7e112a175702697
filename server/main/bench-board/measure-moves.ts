import type { Page } from "@playwright/test";
import { type Desk, notesOf, whenMapRests } from "./desk";
import { emptyTheMap } from "./empty-map";
import { openRoute, routeRow, scrollToTop, stopRows } from "./list-actions";
import { traceMainThread, workUntilFrame } from "./main-thread-trace";
import type { ProbeNotes } from "./page-probe";
import { median, quantile } from "./quantile";

const MOVES = 40;
/** So many more are traced: what they cost the processor says what the clock cannot on a busy machine. */
const TRACED_MOVES = 6;
/** And so many with nothing of ours on the map: the part of the wait that is not the map's drawing. */
const EMPTY_MAP_MOVES = 16;
const LIMIT_MILLISECONDS = 120_000;
const FROM = 3;
const TARGETS = [1, 2];
/** As long as a hand rests over the target before it lets go. */
const REST_MILLISECONDS = 150;

/** Stops dragged from route to route by mouse: when the drop is seen, and when the server has said yes. */
export async function measureMoves({ page, browser }: Desk) {
  await openRoute(page, FROM);
  await scrollToTop(page);
  await moveStops(page, MOVES);
  const { inputs, events } = await notesOf(page);
  const answers = await page.evaluate(() => window.__bench.answers("plan.moveStops"));
  const drops = inputs.filter(({ type }) => type === "drop");
  const waits = drops.map(({ at }) => answers.find(({ askedAt }) => askedAt >= at)!.answeredAt - at);
  const served = answers.map(({ askedAt, answeredAt }) => answeredAt - askedAt);
  const interactions = inputs.filter(({ type }) => type !== "pointerup").map(({ at, paintedAt }) => paintedAt - at);
  const works: number[] = [];
  for (let move = 0; move < TRACED_MOVES; move++) {
    const tasks = await traceMainThread(browser, page, () => dragStop(page, 1 + move, TARGETS[move % TARGETS.length]!));
    works.push(workUntilFrame(tasks, "drop", { withFrame: true }));
  }
  await page.evaluate(emptyTheMap);
  await whenMapRests(page);
  await moveStops(page, EMPTY_MAP_MOVES);
  const overEmptyMap = await notesOf(page);
  return {
    moves: drops.length,
    dropWorkP75Milliseconds: quantile(works, 0.75),
    dropToPaintP75Milliseconds: quantile(dropPaints({ inputs, events }), 0.75),
    dropToPaintEmptyMapP75Milliseconds: quantile(dropPaints(overEmptyMap), 0.75),
    dropToFrameP75Milliseconds: quantile(paints(drops), 0.75),
    interactionToPaintP75Milliseconds: quantile(interactions, 0.75),
    moveConfirmedP50Milliseconds: median(waits),
    moveConfirmedP95Milliseconds: quantile(waits, 0.95),
    moveServedP50Milliseconds: median(served),
    moveServedP95Milliseconds: quantile(served, 0.95),
  };
}

/** Drags so many stops, each once the one before is confirmed. */
async function moveStops(page: Page, moves: number): Promise<void> {
  await page.evaluate(() => window.__bench.forget());
  const until = performance.now() + LIMIT_MILLISECONDS;
  for (let move = 0; move < moves && performance.now() < until; move++) {
    await dragStop(page, 1 + (move % 5), TARGETS[move % TARGETS.length]!);
    await page.waitForFunction((count) => window.__bench.answers("plan.moveStops").length > count, move);
  }
}

/** As the browser counts them, else from the drop to the next frame. */
function dropPaints({ inputs, events }: Pick<ProbeNotes, "inputs" | "events">): number[] {
  const counted = events.filter(({ name }) => name === "drop").map(({ duration }) => duration);
  return counted.length > 0 ? counted : paints(inputs.filter(({ type }) => type === "drop"));
}

const paints = (inputs: readonly { at: number; paintedAt: number }[]): number[] =>
  inputs.map(({ at, paintedAt }) => paintedAt - at);

async function dragStop(page: Page, nth: number, toRoute: number): Promise<void> {
  const from = (await stopRows(page, FROM).nth(nth).boundingBox())!;
  const to = (await routeRow(page, toRoute).boundingBox())!;
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 8, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.waitForTimeout(REST_MILLISECONDS);
  await page.mouse.up();
}
