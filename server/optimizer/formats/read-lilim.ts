import { type BenchmarkFile, type BenchmarkRow, soundFile } from "./benchmark-file";
import { FormatError } from "./format-error";
import { numbersOn, type TextLine, textLines } from "./text-lines";

interface PairedRow extends BenchmarkRow {
  /** The other half of the pair; 0 on the side that this row is itself. */
  readonly pickupNumber: number;
  readonly dropoffNumber: number;
}

/**
 * Reads the files of Li & Lim: vehicles, capacity and speed, then the depot and one visit per line (number, x, y,
 * demand, ready time, due date, service time, its pickup, its drop-off). Speed is 1 by convention. Throws `FormatError`.
 */
export function readLilim(text: string): BenchmarkFile {
  const [header, ...lines] = textLines(text);
  if (!header) throw new FormatError("is empty");
  const [vehicles, capacity] = numbersOn(header, 3) as [number, number];
  const [depot, ...rows] = lines.map(readRow);
  if (!depot) throw new FormatError("ends after its first line: the file is cut off");
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const row of rows) checkPair(row, byNumber);
  const customers = rows.map(({ pickupNumber: _, dropoffNumber, ...row }) => {
    return dropoffNumber === 0 ? row : { ...row, dropoff: dropoffNumber };
  });
  return soundFile({ vehicles, capacity, depot, customers });
}

function readRow(line: TextLine): PairedRow {
  const fields = numbersOn(line, 9) as [number, number, number, number, number, number, number, number, number];
  const [number, x, y, demand, ready, due, service, pickupNumber, dropoffNumber] = fields;
  return { number, x, y, demand, ready, due, service, pickupNumber, dropoffNumber };
}

function checkPair(row: PairedRow, byNumber: ReadonlyMap<number, PairedRow>): void {
  const { number, demand, pickupNumber, dropoffNumber } = row;
  const fault = (cause: string) => new FormatError(`visit ${number} ${cause}`);
  if ((pickupNumber === 0) === (dropoffNumber === 0)) throw fault("names neither a pickup nor a drop-off, or both");
  const otherNumber = pickupNumber + dropoffNumber;
  const other = byNumber.get(otherNumber);
  if (!other) throw fault(`is paired with ${otherNumber}, which is not in the file`);
  const isMutual = dropoffNumber === 0 ? other.dropoffNumber === number : other.pickupNumber === number;
  if (!isMutual) throw fault(`is paired with ${otherNumber}, which is paired with another`);
  if (demand !== -other.demand || (dropoffNumber !== 0 && demand < 0)) {
    throw fault(`takes ${demand} while its pair ${otherNumber} takes ${other.demand}`);
  }
}
