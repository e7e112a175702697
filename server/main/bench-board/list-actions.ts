import type { Page } from "@playwright/test";

/** What a dispatcher does in the list of routes and stops, by the rows' own names. */
const ROW_PIXELS = 48;

export const routeRow = (page: Page, number: number) =>
  page.locator(`[data-drop-kind=route][data-route-number="${number}"]`);

export const stopRows = (page: Page, route: number) => page.locator(`[data-visit-id][data-route-number="${route}"]`);

const stopAt = (page: Page, route: number, sequence: number) =>
  stopRows(page, route).filter({ has: page.getByRole("gridcell", { name: String(sequence), exact: true }) });

const selectionBar = (page: Page) => page.getByRole("toolbar", { name: "Selection" });

const isOpen = async (page: Page, route: number) =>
  (await routeRow(page, route).getAttribute("aria-expanded")) === "true";

export async function openRoute(page: Page, number: number): Promise<void> {
  await scrollToTop(page);
  if (await isOpen(page, number)) return;
  await routeRow(page, number)
    .getByRole("button", { name: `Open route ${number}` })
    .click();
  await stopRows(page, number).first().waitFor();
}

export async function scrollToTop(page: Page): Promise<void> {
  await page.locator("[role=treegrid]").evaluate((tree) => tree.parentElement!.scrollTo({ top: 0 }));
  await routeRow(page, 1).waitFor();
}

/**
 * Picks the first stop of route 1 and brings the last of a range of this many into view; its row is to be clicked with
 * Shift.
 */
export async function startRange(page: Page, count: number) {
  await scrollToTop(page);
  if (!(await isOpen(page, 1))) {
    await openRoute(page, 2);
    await openRoute(page, 1);
  }
  const label = (await routeRow(page, 1).getAttribute("aria-label")) ?? "";
  const inFirst = Number(/(\d+) stops?$/.exec(label)?.[1]);
  await stopAt(page, 1, 1).click();
  const top = count * ROW_PIXELS - 200;
  await page.locator("[role=treegrid]").evaluate((tree, top) => tree.parentElement!.scrollTo({ top }), top);
  const last = count <= inFirst ? stopAt(page, 1, count) : stopAt(page, 2, count - inFirst);
  await last.waitFor();
  return last;
}

export const selectionShown = (page: Page) => selectionBar(page).waitFor();

/** How many stops the board says are selected. */
export async function selectedCount(page: Page): Promise<number> {
  return Number.parseInt((await selectionBar(page).innerText()).replaceAll(/[,.\s]/g, ""), 10);
}
