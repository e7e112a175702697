import type { z } from "zod";
import type { DeliveryInput, deliveryInputSchema } from "./delivery-schema";

/** Kept whole for others: a value in it is replaced, never merged with the one before. */
export const OPAQUE_KEYS: ReadonlySet<string> = new Set(["metadata", "extensions"]);

type DeepDraft<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepDraft<T[K]> | null }
    : T;

/** Part of a delivery: what is absent is left alone, `null` empties an optional field, a list takes the old one's place. */
export type DeliveryDraft = DeepDraft<z.input<typeof deliveryInputSchema>>;

/**
 * The delivery with the draft's fields laid over it, not yet checked against the schema. A new address drops the
 * position that belonged to the old one.
 */
export function mergeDraft(base: DeliveryInput, draft: DeliveryDraft): Record<string, unknown> {
  const merged = overlay(base as Record<string, unknown>, draft as Record<string, unknown>);
  for (const role of ["pickup", "dropoff"] as const) {
    const given = draft[role];
    const next = merged[role] as Record<string, unknown> | undefined;
    if (!given || !next || given.position !== undefined) continue;
    if (!sameJson(base[role]?.address, next.address)) delete next.position;
  }
  return merged;
}

function overlay(base: Record<string, unknown>, patch: Record<string, unknown>): Record<string, unknown> {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) delete result[key];
    else if (isRecord(value)) {
      const before = isRecord(result[key]) ? result[key] : {};
      result[key] = OPAQUE_KEYS.has(key) ? { ...before, ...value } : overlay(before, value);
    } else result[key] = value;
  }
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True when two plain values hold the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((each, index) => sameJson(each, b[index]));
  }
  if (!isRecord(a) || !isRecord(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameJson(a[key], b[key]));
}
