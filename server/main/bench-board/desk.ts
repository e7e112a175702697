import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { installProbe, type ProbeNotes } from "./page-probe";
import type { PreparedDay } from "./prepared-day";

/** A drawing surface without a graphics card, the same wherever this runs. */
const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-quic",
  "--disable-component-update",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];
const LIMIT_MILLISECONDS = 60_000;

/** A dispatcher's desk under measurement: one signed-in browser, one tab with the board. */
export interface Desk {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly day: PreparedDay;
  readonly boardUrl: string;
}

export async function openDesk(url: string, chromiumPath: string, day: PreparedDay): Promise<Desk> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: BROWSER_ARGUMENTS });
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
  });
  context.setDefaultTimeout(LIMIT_MILLISECONDS);
  // The compiler names functions through a helper of its own, which a page does not have.
  await context.addInitScript({ content: "globalThis.__name = (value) => value;" });
  await context.addInitScript(installProbe);
  const { email, password } = day;
  const answer = await context.request.post("/api/auth/sign-in/email", {
    headers: { origin: url },
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`signing in failed: ${await answer.text()}`);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  return { browser, context, page, cdp, day, boardUrl: `${url}/plan/${day.date}` };
}

/** Opens the board and waits until the map has drawn it. */
export async function openBoard({ page, boardUrl }: Desk): Promise<void> {
  await page.goto(boardUrl);
  await page.locator("[data-drop-kind=route]").first().waitFor();
  await whenMapRests(page);
}

export async function whenMapRests(page: Page): Promise<void> {
  await page.waitForFunction(() => document.body.dataset.map === "idle");
}

export function notesOf(page: Page): Promise<Pick<ProbeNotes, "boardPaintedAt" | "inputs" | "events">> {
  return page.evaluate(() => {
    const { boardPaintedAt, inputs, events } = window.__bench;
    return { boardPaintedAt, inputs, events };
  });
}

/** A counter of the renderer by its name in DevTools. */
export async function metricOf(cdp: CDPSession, name: string): Promise<number> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const found = metrics.find((metric) => metric.name === name);
  if (!found) throw new Error(`the browser does not count ${name}`);
  return found.value;
}
