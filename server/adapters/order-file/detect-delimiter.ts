import Papa from "papaparse";

// Where two cut alike the one that is rarer in plain text wins.
const CANDIDATES = ["\t", ";", "|", ","];
const SAMPLE_LINES = 30;

/**
 * The mark between a table's cells. The one that cuts the first lines into the most cells of equal number; a list inside
 * a cell (`08:00-10:00;16:00-20:00`) does not win, because the heading has none. A comma for a single column.
 */
export function detectDelimiter(text: string): string {
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of CANDIDATES) {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      newline: "\n",
      preview: SAMPLE_LINES,
      skipEmptyLines: "greedy",
    });
    const widths = data.map((row) => row.length);
    const widest = Math.max(0, ...widths.slice(0, 5));
    if (widest < 2) continue;
    const alike = widths.filter((width) => width === widest).length / widths.length;
    const headerWidth = widths[0] ?? 0;
    const score = Math.max(headerWidth, widest * alike) * (0.5 + alike / 2);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
