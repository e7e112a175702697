import { FormatError } from "./format-error";

/** A benchmark instance in its file's own units and numbers: what the readers agree on. */
export interface BenchmarkFile {
  readonly vehicles: number;
  readonly capacity: number;
  readonly depot: BenchmarkRow;
  readonly customers: readonly BenchmarkRow[];
  /** Travel between rows, the depot first, row-major; absent: straight lines between their points. */
  readonly matrix?: Int32Array;
}

export interface BenchmarkRow {
  /** As the file counts; a line further up or down may be meant by it. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Negative where a drop-off hands over what its pickup took on. */
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
  /** The customer to whom this one's goods go, later on the same route. */
  readonly dropoff?: number;
}

/** Times and distances beyond this would not fit the solver's integers together with a margin. */
const LARGEST = 500_000_000;

/** Beyond this the matrix of all ways would no longer fit into memory. */
const MOST_CUSTOMERS = 10_000;

/** Throws `FormatError` where a file can be read but makes no sense; returns it as it is. */
export function soundFile(file: BenchmarkFile): BenchmarkFile {
  const { vehicles, capacity, depot, customers } = file;
  if (!Number.isInteger(vehicles) || vehicles < 1) throw new FormatError(`has ${vehicles} vehicles; one is needed`);
  if (!Number.isInteger(capacity) || capacity < 1) {
    throw new FormatError(`has vehicles of capacity ${capacity}; a whole number above 0 is needed`);
  }
  if (customers.length === 0) throw new FormatError("has no customers");
  if (customers.length > MOST_CUSTOMERS) {
    throw new FormatError(`has ${customers.length} customers; ${MOST_CUSTOMERS} can be planned at once`);
  }
  const seen = new Set<number>();
  for (const row of [depot, ...customers]) {
    if (seen.has(row.number)) throw new FormatError(`has two rows numbered ${row.number}`);
    seen.add(row.number);
    checkRow(row);
  }
  return file;
}

function checkRow({ number, x, y, demand, ready, due, service }: BenchmarkRow): void {
  const fault = (cause: string) => new FormatError(`customer ${number} ${cause}`);
  if (!Number.isInteger(demand)) throw fault(`has demand ${demand}, not a whole number`);
  for (const [name, value] of Object.entries({ "ready time": ready, "due date": due, "service time": service })) {
    if (value < 0) throw fault(`has ${name} ${value}, which is negative`);
  }
  if (due < ready) throw fault(`is due at ${due}, before it is ready at ${ready}`);
  for (const value of [x, y, demand, due, service]) {
    if (Math.abs(value) > LARGEST) throw fault(`has ${value}, which is beyond ${LARGEST}`);
  }
}
