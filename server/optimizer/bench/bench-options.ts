import { parseArgs } from "node:util";

/** A positive number of the command line, or the exit code for what cannot be meant. */
export function positive(name: string, text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  return refuse(`--${name} is a number above 0, not "${text}"`);
}

/** Ends the process as every command does that cannot be meant. */
export function refuse(cause: string): never {
  process.stderr.write(`${cause}\n`);
  process.exit(2);
}

/** `parseArgs`, with its complaint as one line. */
export const readArgs: typeof parseArgs = (config) => {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse((error as Error).message);
  }
};
