import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { ASSETS } from "@/server/api/track/track-assets";
import type { TrackBench } from "./measure-track";
import { get } from "./track-client";

/** A mid-range phone is about so much slower than a desk's machine. */
const CPU_SLOWDOWN = 5;
/** 4G where it is not good: bits a second down and up, and the round trip. */
const NETWORK = { offline: false, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, latency: 150 };
const RUNS = 5;

const gz = (bytes: Buffer | string) => gzipSync(bytes).length;

/** What a page weighs on the wire, compressed, part by part. */
export async function measureBytes({ url, tokens, nextTokens, seeVans }: TrackBench): Promise<Record<string, number>> {
  await seeVans();
  const page = (await get(`${url}/track/${tokens.at(-1)}`, 900_001)).body.toString();
  const withMap = (await get(`${url}/track/${nextTokens[0]}`, 900_002)).body.toString();
  const map = /<svg.*<\/svg>/s.exec(withMap)?.[0] ?? "";
  const [style, island] = ASSETS.map(({ text }) => gz(text));
  return {
    htmlGzBytes: gz(page),
    styleGzBytes: style!,
    scriptGzBytes: island!,
    beforeMapGzBytes: gz(page) + style! + island!,
    mapGzBytes: gz(map),
    withMapGzBytes: gz(withMap) + style! + island!,
  };
}

/** How a page feels on a slow phone: medians of a few first visits. */
export async function measurePhone({ url, nextTokens, seeVans }: TrackBench): Promise<Record<string, number>> {
  await seeVans();
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ["--no-sandbox"] });
  try {
    const seen: { lcp: number; cls: number; inp: number; ttfb: number }[] = [];
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
        extraHTTPHeaders: { "x-forwarded-for": `192.0.2.${run + 1}` },
      });
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send("Network.enable");
      await cdp.send("Network.emulateNetworkConditions", NETWORK);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
      await page.addInitScript(WATCH);
      await page.goto(`${url}/track/${nextTokens[run]}`, { waitUntil: "load" });
      for (const where of ["h1", ".steps", "footer"]) await page.tap(where);
      // The island's own work: as when somebody comes back to the page.
      await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      await page.waitForTimeout(1500);
      await page.tap("h1");
      await page.waitForTimeout(300);
      seen.push(await page.evaluate("window.seen"));
      await context.close();
    }
    const middle = (name: "lcp" | "cls" | "inp" | "ttfb") =>
      seen.map((each) => each[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
    return {
      phoneTtfbMs: Math.round(middle("ttfb")),
      phoneLcpMs: Math.round(middle("lcp")),
      phoneCls: Math.round(middle("cls") * 1000) / 1000,
      phoneInpMs: Math.round(middle("inp")),
    };
  } finally {
    await browser.close();
  }
}

/** Notes in the page what the browser measures of it; 16 ms is the least that event timing tells. */
const WATCH = `window.seen = { lcp: 0, cls: 0, inp: 0, ttfb: 0 };
const watch = (type, on, more) => new PerformanceObserver((list) => list.getEntries().forEach(on)).observe({ type, buffered: true, ...more });
watch("largest-contentful-paint", (e) => (window.seen.lcp = e.startTime));
watch("layout-shift", (e) => { if (!e.hadRecentInput) window.seen.cls += e.value; });
watch("event", (e) => { if (e.interactionId) window.seen.inp = Math.max(window.seen.inp, e.duration); }, { durationThreshold: 16 });
watch("navigation", (e) => (window.seen.ttfb = e.responseStart));`;
