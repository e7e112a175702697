import { type BenchmarkFile, type BenchmarkRow, soundFile } from "./benchmark-file";
import { FormatError } from "./format-error";
import { TsplibText } from "./tsplib-text";

/** Beyond the time any route could take, in a format that knows none. */
const ALWAYS = 10_000_000;

/**
 * Reads capacitated instances of CVRPLIB: points with rounded straight lines between them. The fleet is unlimited by
 * convention: as many vehicles as anyone could need. Throws `FormatError`.
 */
export function readCvrplib(text: string): BenchmarkFile {
  const file = new TsplibText(text);
  const kind = file.value("EDGE_WEIGHT_TYPE");
  if (kind !== "EUC_2D") throw new FormatError(`EDGE_WEIGHT_TYPE is ${kind ?? "missing"}; EUC_2D is what can be read`);
  const count = file.number("DIMENSION");
  const capacity = file.number("CAPACITY");
  const points = file.rows("NODE_COORD_SECTION", 2, count);
  const demands = file.rows("DEMAND_SECTION", 1, count);
  const rows = [...points].map(([number, [x, y]]): BenchmarkRow => {
    const demand = demands.get(number)?.[0];
    if (demand === undefined) throw new FormatError(`node ${number} has no demand`);
    if (demand < 0) throw new FormatError(`node ${number} has demand ${demand}, which is negative`);
    return { number, x: x!, y: y!, demand, ready: 0, due: ALWAYS, service: 0 };
  });
  const depot = rows.find((row) => row.number === file.depot());
  if (!depot) throw new FormatError(`the depot, ${file.depot()}, is not among the nodes`);
  const customers = rows.filter((row) => row !== depot);
  const load = customers.reduce((sum, row) => sum + row.demand, 0);
  return soundFile({ vehicles: Math.ceil((1.3 * load) / capacity) + 3, capacity, depot, customers });
}
