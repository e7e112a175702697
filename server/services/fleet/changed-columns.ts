import "server-only";
import { sameJson } from "@/server/domain/order/merge-draft";

/** The columns in which a row differs from what it becomes, before and after; undefined when none does. */
export function changedColumns(
  row: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): { before: Record<string, unknown>; after: Record<string, unknown> } | undefined {
  const keys = Object.keys(next).filter((key) => !sameJson(row[key], next[key]));
  if (keys.length === 0) return undefined;
  const pick = (from: Readonly<Record<string, unknown>>) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { before: pick(row), after: pick(next) };
}
