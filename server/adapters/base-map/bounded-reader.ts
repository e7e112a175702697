import "server-only";
import { PbfReader } from "pbf";

const CLOSE = 7;

/** How much may yet be read, of all tiles of one picture. */
export interface ReadBudget {
  left: number;
}

/**
 * Reads a tile that somebody else has made. A broken or hostile one would have the reader run on for hours behind its end, over
 * the same bytes again and again, or close one ring a billion times: here it throws.
 */
export class BoundedReader extends PbfReader {
  /** What the next number is, while a geometry is read. */
  #next: "nothing" | "length" | "command" = "nothing";

  constructor(
    bytes: Uint8Array,
    readonly budget: ReadBudget,
  ) {
    super(bytes);
  }

  /** Reads a geometry's lines, by `load`. */
  geometry<T>(load: () => T): T {
    this.#next = "length";
    try {
      return load();
    } finally {
      this.#next = "nothing";
    }
  }

  override readVarint(isSigned?: boolean): number {
    const value = super.readVarint(isSigned);
    this.budget.left -= 1;
    if (this.budget.left < 0 || this.pos > this.length) throw new RangeError("no tile");
    if (this.#next === "command" && (value & 7) === CLOSE && value >> 3 !== 1) throw new RangeError("no ring");
    if (this.#next === "length") this.#next = "command";
    return value;
  }

  override readSVarint(): number {
    const next = this.#next;
    this.#next = "nothing";
    const value = super.readSVarint();
    this.#next = next;
    return value;
  }
}
