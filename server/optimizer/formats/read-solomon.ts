import { type BenchmarkFile, type BenchmarkRow, soundFile } from "./benchmark-file";
import { FormatError } from "./format-error";
import { excerpt, numbersOn, type TextLine, textLines } from "./text-lines";

/**
 * Reads the files of Solomon and of Gehring & Homberger: vehicles and their capacity, then the depot and one customer
 * per line (number, x, y, demand, ready time, due date, service time). Throws `FormatError`.
 */
export function readSolomon(text: string): BenchmarkFile {
  const lines = textLines(text);
  const [vehicles, capacity] = numbersOn(after(lines, /^VEHICLE/i, 2), 2) as [number, number];
  const first = lines.indexOf(after(lines, /^CUSTOMER$/i, 2));
  const [depot, ...customers] = lines.slice(first).map(readRow);
  for (const row of customers) {
    if (row.demand < 0) throw new FormatError(`customer ${row.number} has demand ${row.demand}, which is negative`);
  }
  return soundFile({ vehicles, capacity, depot: depot!, customers });
}

/** The line so many below the one with this title. */
function after(lines: readonly TextLine[], title: RegExp, distance: number): TextLine {
  const at = lines.findIndex((line) => title.test(line.text));
  const first = lines[0] ? `begins with "${excerpt(lines[0].text)}"` : "is empty";
  if (at < 0) throw new FormatError(`no line ${title.source.replace(/\W/g, "")}: not a Solomon file (it ${first})`);
  const line = lines[at + distance];
  if (!line) throw new FormatError(`ends after "${lines[at]!.text}": the file is cut off`);
  return line;
}

function readRow(line: TextLine): BenchmarkRow {
  const [number, x, y, demand, ready, due, service] = numbersOn(line, 7) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { number, x, y, demand, ready, due, service };
}
