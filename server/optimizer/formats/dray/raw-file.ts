import type { ProblemFault } from "@/server/domain/plan/problem-fault";

/** Any object of a file, whatever may be wrong with it. */
export type RawObject = Readonly<Record<string, unknown>>;

/** A dray file before it is known to be one: its lists, so that what is right in them can be looked at already. */
export interface RawFile {
  readonly date: unknown;
  readonly locations: readonly RawObject[];
  readonly profiles: readonly RawObject[];
  readonly vehicles: readonly RawObject[];
  readonly visits: readonly RawObject[];
}

export type ReportFault = (code: string, path: string, cause: string, action: string) => void;

export function rawFile(file: unknown): RawFile {
  const top = asObject(file);
  const { date } = top;
  return {
    date,
    locations: objects(top.locations),
    profiles: objects(top.profiles),
    vehicles: objects(top.vehicles),
    visits: objects(top.visits),
  };
}

/** The objects of a list, each at its place; anything else counts as an empty one. */
export function objects(list: unknown): RawObject[] {
  return Array.isArray(list) ? list.map(asObject) : [];
}

/** The strings of a list, each at its place. */
export function strings(list: unknown): (string | undefined)[] {
  return Array.isArray(list) ? list.map((each) => (typeof each === "string" ? each : undefined)) : [];
}

export function asObject(value: unknown): RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as RawObject) : {};
}

/** A list of faults, and what adds to it. */
export function faultList(): { readonly faults: ProblemFault[]; readonly report: ReportFault } {
  const faults: ProblemFault[] = [];
  return { faults, report: (code, path, cause, action) => void faults.push({ code, path, cause, action }) };
}
