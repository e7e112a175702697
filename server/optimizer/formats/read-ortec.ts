import { type BenchmarkFile, soundFile } from "./benchmark-file";
import { FormatError } from "./format-error";
import { TsplibText } from "./tsplib-text";

/**
 * Reads the road instances ORTEC gave to the EURO Meets NeurIPS 2022 competition: whole seconds from every node to
 * every other, demands, service times and one window each; the depot comes first. As many vehicles as customers may be
 * used, as in the competition. Throws `FormatError`.
 */
export function readOrtec(text: string): BenchmarkFile {
  const file = new TsplibText(text);
  const format = file.value("EDGE_WEIGHT_FORMAT");
  if (format !== "FULL_MATRIX") {
    throw new FormatError(`EDGE_WEIGHT_FORMAT is ${format ?? "missing"}; FULL_MATRIX is what can be read`);
  }
  const count = file.number("DIMENSION");
  const weights = file.numbers("EDGE_WEIGHT_SECTION", count * count);
  const bad = weights.find((weight) => weight < 0 || !Number.isInteger(weight));
  if (bad !== undefined) throw new FormatError(`EDGE_WEIGHT_SECTION has ${bad}; whole numbers from 0 on are needed`);
  const demands = file.rows("DEMAND_SECTION", 1, count);
  const services = file.rows("SERVICE_TIME_SECTION", 1, count);
  const windows = file.rows("TIME_WINDOW_SECTION", 2, count);
  const rows = [...demands].map(([number, [demand]]) => {
    const service = services.get(number)?.[0];
    const [ready, due] = windows.get(number) ?? [];
    if (service === undefined || ready === undefined || due === undefined) {
      throw new FormatError(`node ${number} has no service time or no window`);
    }
    if (demand! < 0) throw new FormatError(`node ${number} has demand ${demand}, which is negative`);
    return { number, x: 0, y: 0, demand: demand!, ready, due, service };
  });
  const [depot, ...customers] = rows;
  if (depot && depot.number !== file.depot()) throw new FormatError(`the depot is ${file.depot()}, not the first node`);
  const matrix = Int32Array.from(weights);
  return soundFile({
    vehicles: Math.max(1, customers.length),
    capacity: file.number("CAPACITY"),
    depot: depot!,
    customers,
    matrix,
  });
}
