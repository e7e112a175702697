import { parseArgs } from "node:util";

export const SOLVE_FORMATS = ["solomon", "lilim", "cvrplib", "ortec", "dray"] as const;
export type SolveFormat = (typeof SOLVE_FORMATS)[number];
const OBJECTIVES = ["fleet", "distance"] as const;

export interface SolveOptions {
  readonly file: string;
  readonly format: SolveFormat;
  readonly objective?: (typeof OBJECTIVES)[number];
  readonly seconds?: number;
  readonly iterations?: number;
  readonly threads?: number;
  readonly seed: number;
  readonly clock: "wall" | "cpu";
  readonly json: boolean;
  readonly solutionFile?: string;
}

/** What was typed cannot be meant; the message says what can. */
export class UsageError extends Error {}

export const SOLVE_USAGE = `Usage: npm run solve -- FILE --format ${SOLVE_FORMATS.join("|")} [options]

  --seconds S            time to search; default 10 unless --iterations is given
  --iterations I         iterations to search; with one thread and a seed they decide the result
  --threads T            1 to 4; default one per core
  --seed N               default 1
  --objective fleet|distance
                         fewest vehicles first (default of solomon, lilim), or distance alone (default of cvrplib, ortec);
                         a dray file has objectives of its own
  --clock wall|cpu       what seconds are; cpu counts processor time of all threads together
  --json                 one line of JSON instead of a summary
  --solution FILE        also writes the routes to a file (dray: the whole answer)

       npm run solve -- --schema           prints the JSON Schema of a dray file
       npm run solve -- --answer-schema    prints that of the answer to one
`;

/** What the command line asks for. */
export type SolveRequest =
  | { readonly kind: "help" }
  | { readonly kind: "schema"; readonly of: "problem" | "answer" }
  | { readonly kind: "solve"; readonly options: SolveOptions };

/** Reads the command line's arguments. Throws `UsageError`. */
export function readSolveOptions(args: readonly string[]): SolveRequest {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: "help" };
  if (values.schema) return { kind: "schema", of: "problem" };
  if (values["answer-schema"]) return { kind: "schema", of: "answer" };
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError("name the file to solve (--help shows all options)");
  if (more.length > 0) throw new UsageError(`one file at a time, not also "${more[0]}"`);
  const seconds = amount("seconds", values.seconds, { least: 0.001, most: 1_000_000 });
  const iterations = amount("iterations", values.iterations, { least: 1, most: Number.MAX_SAFE_INTEGER, whole: true });
  const options: SolveOptions = {
    file,
    format: formatOf(file, values.format),
    seed: amount("seed", values.seed, { least: 0, most: 2 ** 31 - 1, whole: true }) ?? 1,
    clock: oneOf("clock", values.clock, ["wall", "cpu"]) ?? "wall",
    json: values.json ?? false,
    ...given({
      objective: oneOf("objective", values.objective, OBJECTIVES),
      threads: amount("threads", values.threads, { least: 1, most: 4, whole: true }),
      seconds: seconds ?? (iterations === undefined ? 10 : undefined),
      iterations,
      solutionFile: values.solution,
    }),
  };
  return { kind: "solve", options };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: text,
        seconds: text,
        iterations: text,
        threads: text,
        seed: text,
        objective: text,
        clock: text,
        solution: text,
        json: { type: "boolean" },
        schema: { type: "boolean" },
        "answer-schema": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(/\.\s/)[0]} (--help shows all options)`);
  }
}

function formatOf(file: string, format: string | undefined): SolveFormat {
  if (format === undefined && file.endsWith(".json")) return "dray";
  const known = oneOf("format", format, SOLVE_FORMATS);
  if (known === undefined) throw new UsageError(`say what kind of file it is: --format ${SOLVE_FORMATS.join("|")}`);
  return known;
}

function oneOf<Word extends string>(name: string, text: string | undefined, words: readonly Word[]): Word | undefined {
  if (text === undefined) return undefined;
  const word = words.find((each) => each === text);
  if (word === undefined) throw new UsageError(`--${name} is ${words.join(" or ")}, not "${text}"`);
  return word;
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

function amount(name: string, text: string | undefined, { least, most, whole }: Range): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  const fits = value >= least && value <= most && (!whole || Number.isInteger(value));
  if (!fits)
    throw new UsageError(`--${name} is a${whole ? " whole" : ""} number from ${least} to ${most}, not "${text}"`);
  return value;
}

function given<Values extends object>(values: Values): { [Key in keyof Values]?: NonNullable<Values[Key]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Values]?: NonNullable<Values[Key]> };
}
