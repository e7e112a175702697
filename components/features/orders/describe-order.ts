import { missing } from "@/components/lib/format";
import type { Words } from "@/components/lib/words/words";
import type { Address } from "@/server/domain/order/delivery-schema";
import type { LocalWindow } from "@/server/domain/time/local-window";

/** "Bredgade 74, 1260 København K". */
export function addressLine({ street, postcode, city }: Pick<Address, "street" | "postcode" | "city">): string {
  return [street, [postcode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

/** "08:00–10:00, 16:00–20:00"; a window of one day only carries it. */
export function windowsLine(t: Words<"orders">, windows: readonly LocalWindow[]): string {
  if (windows.length === 0) return t("anyTime");
  return windows.map((window) => windowText(t, window)).join(", ");
}

/** "08:00–10:00", "22:00–02:00 +1", "9 Mar 08:00–10:00". */
export function windowText(t: Words<"orders">, { date, fromSeconds, toSeconds }: LocalWindow): string {
  const range = t.format.timeRange(fromSeconds, toSeconds);
  // An end at midnight is that evening's, not the next day's first minute.
  const text = toSeconds === 86_400 ? range.replace(/–0?0:00 \+1$/, "–24:00") : range;
  return date ? `${t.format.date(date, "short")} ${text}` : text;
}

export interface LoadDimension {
  readonly name: string;
  readonly unit: string;
  readonly perUnit: number;
}

/** Stored integers in the units people use: "2 parcels · 4.5 kg"; the dimensions that are zero are left out. */
export function loadsLine(t: Words<"orders">, loads: readonly number[], dimensions: readonly LoadDimension[]): string {
  const parts = dimensions.flatMap((dimension, index) => {
    const stored = loads[index] ?? 0;
    if (stored === 0) return [];
    const amount = stored / dimension.perUnit;
    const number = t.format.number(amount, { maximumFractionDigits: 2 });
    const name = dimension.name.toLowerCase();
    return [`${number} ${dimension.unit || (amount === 1 ? name.replace(/s$/, "") : name)}`];
  });
  return parts.join(" · ") || missing;
}

/** "3.2 kg", with nothing for nothing. */
export function weightOrNothing(t: Words<"orders">, weightGrams: number | undefined): string {
  return weightGrams === undefined ? "" : t.format.weight(weightGrams);
}
