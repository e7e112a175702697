import { isNestedDeeper } from "../is-nested-deeper";
import type { ExportedRecord } from "./vendor-export";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Thing = { readonly [name: string]: Json };

/** A list of things in a JSON text, with the property it stood under; null for none. */
export interface ExportedList {
  readonly name: string | null;
  readonly records: readonly ExportedRecord[];
}

const DEEPEST = 5;
/** Nobody exports anything deeper, and every level is written out once more. */
const MOST_NESTED = 24;
/** What is said of a whole is said again of each of its parts: a day is short, and a long text would be there too often. */
const LONGEST_OUTER = 100;

/**
 * The lists of things in a JSON text, outermost first; none where things stand in things without end, undefined for a
 * text that is no JSON.
 */
export function readExportJson(text: string): readonly ExportedList[] | undefined {
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  if (isNestedDeeper(json, MOST_NESTED)) return [];
  const lists = listsIn(json, null, { depth: 0, outer: {} });
  return lists.length > 0 || !isThing(json) ? lists : [{ name: null, records: [recordOf(json, 0)] }];
}

interface Around {
  readonly depth: number;
  readonly outer: Readonly<Record<string, string>>;
}

function listsIn(value: Json, name: string | null, around: Around): ExportedList[] {
  if (Array.isArray(value)) {
    const things = (value as readonly Json[]).filter(isThing);
    const records = things.map((thing, index) => ({ ...recordOf(thing, index), outer: around.outer }));
    const own = things.length > 0 ? [{ name, records }] : [];
    return [...own, ...merged(things.flatMap((each, index) => inside(each, records[index]!.values, around)))];
  }
  return isThing(value) ? inside(value, recordOf(value, 0).values, around) : [];
}

function inside(thing: Thing, values: ExportedRecord["values"], { depth, outer }: Around): ExportedList[] {
  if (depth >= DEEPEST) return [];
  const short = Object.fromEntries(Object.entries(values).filter(([, text]) => text.length <= LONGEST_OUTER));
  const around = { depth: depth + 1, outer: { ...outer, ...short } };
  return Object.entries(thing).flatMap(([name, value]) => listsIn(value, name, around));
}

/** The stops of several plans are one list of stops. */
function merged(lists: readonly ExportedList[]): ExportedList[] {
  const byName = new Map<string | null, ExportedRecord[]>();
  for (const { name, records } of lists) {
    const known = byName.get(name);
    if (!known) byName.set(name, [...records]);
    else for (const record of records) known.push(record);
  }
  return [...byName].map(([name, records]) => ({
    name,
    records: records.map((record, index) => ({ ...record, line: index + 1 })),
  }));
}

function recordOf(thing: Thing, index: number): ExportedRecord {
  const values: Record<string, string> = {};
  const whole: Record<string, string> = {};
  const take = (value: Json, path: string) => {
    if (value === null || value === "") return;
    if (isThing(value)) {
      if (path !== "") whole[path] = JSON.stringify(value);
      for (const [name, inner] of Object.entries(value)) take(inner, path ? `${path}.${name}` : name);
    } else if (!Array.isArray(value)) values[path] = String(value);
    else if (value.every((each) => typeof each === "string" || typeof each === "number"))
      values[path] = value.join("; ");
    else if (value.length > 0) values[path] = JSON.stringify(value);
  };
  take(thing, "");
  return { line: index + 1, values, whole };
}

function isThing(value: Json): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
