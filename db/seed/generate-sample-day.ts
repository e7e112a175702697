import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sampleDay } from "./sample-day";

// Writes db/seed/sample-day; run after changing sample-day.ts or eixample-grid.ts, and commit what it wrote.
const folder = fileURLToPath(new URL("./sample-day/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(sampleDay())) {
  writeFileSync(folder + name, text);
  console.log(`${name}: ${text.split("\n").length - 2} rows, ${Buffer.byteLength(text)} bytes`);
}
