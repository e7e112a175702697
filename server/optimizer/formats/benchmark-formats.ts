import type { BenchmarkFormat } from "./benchmark-convention";
import type { BenchmarkFile } from "./benchmark-file";
import { readCvrplib } from "./read-cvrplib";
import { readLilim } from "./read-lilim";
import { readOrtec } from "./read-ortec";
import { readSolomon } from "./read-solomon";

/** How each benchmark format is read. */
export const BENCHMARK_READERS: Readonly<Record<BenchmarkFormat, (text: string) => BenchmarkFile>> = {
  solomon: readSolomon,
  lilim: readLilim,
  cvrplib: readCvrplib,
  ortec: readOrtec,
};
