import { readFile } from "node:fs/promises";
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { type Desk, openBoard, openDesk } from "./desk";
import { type Figures, printFigures, TARGETS } from "./figures";
import { measureBulk } from "./measure-bulk";
import { measureHeap } from "./measure-heap";
import { measureLoad } from "./measure-load";
import { measureMoves } from "./measure-moves";
import { measureNodes } from "./measure-nodes";
import { measurePan } from "./measure-pan";
import { measureSelection } from "./measure-selection";
import type { PreparedDay } from "./prepared-day";

/** Nothing here takes half as long on a machine that is busy. */
const LIMIT_MILLISECONDS = 12 * 60_000;

const MEASUREMENTS: Readonly<Record<string, (desk: Desk) => Promise<Figures>>> = {
  load: measureLoad,
  pan: measurePan,
  selection: measureSelection,
  moves: measureMoves,
  bulk: measureBulk,
  heap: measureHeap,
  nodes: measureNodes,
};

/** Measures the prepared day's board in a browser and prints the figures; the last line is one JSON object. */
async function measureBoard(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: "string" },
      chromium: { type: "string" },
      day: { type: "string" },
      only: { type: "string" },
    },
  });
  const day = JSON.parse(await readFile(values.day!, "utf8")) as PreparedDay;
  const chosen = values.only?.split(",") ?? Object.keys(MEASUREMENTS);
  const desk = await openDesk(values.url!, values.chromium!, day);
  try {
    await openBoard(desk);
    const machine = await machineFacts(desk);
    console.log(`${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, Node ${machine.node}`);
    console.log(`Chromium ${machine.chromium}, headless, drawing with ${machine.glRenderer}`);
    console.log(
      `${day.stops} stops on ${day.routes} routes of ${day.deliveries} deliveries, ${day.unassigned} unassigned`,
    );
    const figures: Record<string, unknown> = {};
    const loadAverages: Record<string, number> = {};
    for (const name of chosen) {
      const startedAt = performance.now();
      const found = await openBoard(desk)
        .then(() => MEASUREMENTS[name]!(desk))
        .catch(reportFailure);
      Object.assign(figures, found);
      loadAverages[name] = Math.round(loadavg()[0]! * 10) / 10;
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      console.log(`  measured ${name} in ${seconds} s, load average ${loadAverages[name]}`);
      console.log(`    ${JSON.stringify(found)}`);
    }
    printFigures(figures);
    console.log(
      JSON.stringify({ bench: "board", figures, targets: TARGETS, loadAverages, day: withoutSecrets(day), machine }),
    );
  } finally {
    await desk.browser.close();
  }
}

async function machineFacts({ browser, page }: Desk) {
  const glRenderer = await page.evaluate(() => {
    const gl = document.createElement("canvas").getContext("webgl2");
    const names = gl?.getExtension("WEBGL_debug_renderer_info");
    return gl ? String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)) : "no WebGL";
  });
  return {
    cpu: cpus()[0]?.model.trim(),
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    chromium: browser.version(),
    glRenderer,
  };
}

/** A figure that could not be had is left out of the report, and the run ends as failed: the others are still worth having. */
function reportFailure(error: unknown): Figures {
  process.exitCode = 1;
  console.error(error);
  return {};
}

function withoutSecrets({ email: _, password: __, ...rest }: PreparedDay) {
  return rest;
}

setTimeout(() => {
  console.error("The measurement took too long and was given up.");
  process.exit(1);
}, LIMIT_MILLISECONDS).unref();
await measureBoard();
