import type { Desk } from "./desk";
import { openRoute, stopRows } from "./list-actions";

/** Everything on the page with the panels full: routes opened, a stop in the inspector, the timeline shown. */
export async function measureNodes({ page, cdp }: Desk) {
  for (const number of [4, 3, 2, 1]) await openRoute(page, number);
  await stopRows(page, 1).nth(2).click();
  await page.locator("[role=treegrid]").hover();
  await page.mouse.wheel(0, 4000);
  await cdp.send("HeapProfiler.collectGarbage");
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode()) nodes++;
    return {
      domNodes: nodes,
      domElements: document.querySelectorAll("*").length,
      rowsInPage: document.querySelectorAll("[role=treegrid] [role=row]").length,
    };
  });
}
