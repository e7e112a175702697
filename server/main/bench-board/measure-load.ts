import type { CDPSession } from "@playwright/test";
import { type Desk, metricOf, notesOf } from "./desk";
import { routeRow } from "./list-actions";
import { median } from "./quantile";

const WARM_LOADS = 7;
const COLD_LOADS = 3;
const BYTES_PER_SECOND = 20_000_000 / 8;

type Kind = "html" | "data" | "script" | "style" | "font" | "other";
type Payload = Readonly<Record<Kind, number>>;

interface BoardLoad {
  /** From navigation to the first click on a route being handled. */
  readonly usableMilliseconds: number;
  /** From navigation to the first frame with routes. */
  readonly paintedMilliseconds: number;
  /** Processor time of the page's main thread until then. */
  readonly cpuMilliseconds: number;
  /** Compressed bytes until then. */
  readonly payload: Payload;
}

/** How long until a dispatcher can begin, and what has come over the wire by then. */
export async function measureLoad(desk: Desk) {
  const { cdp } = desk;
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
  // The first load of all also finds the server cold: it is not counted.
  await loadBoard(desk);
  const cold: BoardLoad[] = [];
  for (let load = 0; load < COLD_LOADS; load++) {
    await desk.page.goto("about:blank");
    await cdp.send("Network.clearBrowserCache");
    cold.push(await loadBoard(desk));
  }
  const warm: BoardLoad[] = [];
  for (let load = 0; load < WARM_LOADS; load++) warm.push(await loadBoard(desk));
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  const payload = cold.at(-1)!.payload;
  return {
    usableWarmMilliseconds: median(warm.map((load) => load.usableMilliseconds)),
    usableColdMilliseconds: median(cold.map((load) => load.usableMilliseconds)),
    paintedWarmMilliseconds: median(warm.map((load) => load.paintedMilliseconds)),
    mainThreadWarmMilliseconds: median(warm.map((load) => load.cpuMilliseconds)),
    warmLoads: warm.map((load) => Math.round(load.usableMilliseconds)),
    coldLoads: cold.map((load) => Math.round(load.usableMilliseconds)),
    firstPayloadKilobytes: (payload.html + payload.data) / 1000,
    scriptKilobytes: payload.script / 1000,
    otherKilobytes: (payload.style + payload.font + payload.other) / 1000,
  };
}

async function loadBoard({ page, cdp, boardUrl }: Desk): Promise<BoardLoad> {
  const counter = countBytes(cdp);
  const cpuBefore = await metricOf(cdp, "TaskDuration");
  await page.goto(boardUrl, { waitUntil: "commit" });
  const row = page.locator("[data-drop-kind=route]").first();
  await row.waitFor();
  const number = Number(await row.getAttribute("data-route-number"));
  await routeRow(page, number)
    .getByRole("button", { name: `Open route ${number}` })
    .click();
  await page.waitForFunction(() => window.__bench.inputs.some(({ type, paintedAt }) => type === "click" && paintedAt));
  const cpuMilliseconds = ((await metricOf(cdp, "TaskDuration")) - cpuBefore) * 1000;
  const payload = counter.stop();
  const { inputs, boardPaintedAt } = await notesOf(page);
  const click = inputs.find(({ type }) => type === "click")!;
  return {
    usableMilliseconds: click.startedAt,
    paintedMilliseconds: boardPaintedAt ?? Number.NaN,
    cpuMilliseconds,
    payload,
  };
}

function countBytes(cdp: CDPSession): { stop(): Payload } {
  const kinds = new Map<string, Kind>();
  const bytes: Record<Kind, number> = { html: 0, data: 0, script: 0, style: 0, font: 0, other: 0 };
  const onResponse = ({ requestId, type, response }: { requestId: string; type: string; response: { url: string } }) =>
    kinds.set(requestId, kindOf(type, response.url));
  const onData = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    bytes[kinds.get(requestId) ?? "other"] += encodedDataLength;
  };
  cdp.on("Network.responseReceived", onResponse);
  cdp.on("Network.loadingFinished", onData);
  return {
    stop() {
      cdp.off("Network.responseReceived", onResponse);
      cdp.off("Network.loadingFinished", onData);
      return bytes;
    },
  };
}

function kindOf(type: string, url: string): Kind {
  if (type === "Document") return "html";
  if (type === "Script") return "script";
  if (type === "Stylesheet") return "style";
  if (type === "Font") return "font";
  return url.includes("/api/trpc/") ? "data" : "other";
}
