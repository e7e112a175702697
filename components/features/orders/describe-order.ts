import { missing } from "@/components/lib/format";
import { weekdayRanges } from "@/components/lib/weekdays";
import type { Words } from "@/components/lib/words/words";
import {
  type CustomFieldDefinition,
  type CustomFieldValues,
  customFieldLabel,
} from "@/server/domain/custom-field/custom-fields";
import type { AllowedServiceDays } from "@/server/domain/order/allowed-days";
import type { Address } from "@/server/domain/order/delivery-schema";
import { WEEKDAYS } from "@/server/domain/plan/planning-horizon";
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

/** "Mon–Fri", "from 9 Mar", "from 9 Mar, 08:30 until 12 Mar, 12:00": what restricts the days an order may be made, a line each. */
export function allowedDaysLines(
  t: Words<"orders">,
  { weekdays, fromDate, toDate, spans = [] }: AllowedServiceDays,
): string[] {
  const numbers = weekdays?.map((day) => WEEKDAYS.indexOf(day) + 1);
  const between = (from: string | undefined, to: string | undefined, say: (end: string) => string) =>
    [from && t("allowed.from", { date: say(from) }), to && t("allowed.to", { date: say(to) })]
      .filter(Boolean)
      .join(" ");
  return [
    numbers ? weekdayRanges(t.format.reader.locale, numbers) : "",
    between(fromDate, toDate, (date) => t.format.date(date)),
    ...spans.map(({ from, to }) => between(from, to, (moment) => momentText(t, moment)) || t("anyTime")),
  ].filter(Boolean);
}

/** "9 Mar, 08:30", by the clock on the wall. */
function momentText(t: Words<"orders">, moment: string): string {
  const [hours, minutes, seconds] = moment.slice(11).split(":").map(Number);
  const time = t.format.time(hours! * 3600 + minutes! * 60 + seconds!);
  return `${t.format.date(moment.slice(0, 10), "short")}, ${time}`;
}

export interface LoadDimension {
  readonly name: string;
  readonly unit: string;
  readonly perUnit: number;
}

/** Stored integers in the units people use: "2 parcels · 4.5 kg"; the dimensions that are zero are left out. */
export function loadsLine(t: Words<"orders">, loads: readonly number[], dimensions: readonly LoadDimension[]): string {
  const parts = t.format.loads(dimensions).flatMap((dimension, index) => {
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

/** An order's own fields in the project's words and order, those it does not know last. */
export function ownFieldsSaid(
  common: Words<"common">,
  values: CustomFieldValues,
  definitions: readonly CustomFieldDefinition[],
): readonly { readonly name: string; readonly label: string; readonly text: string }[] {
  const known = definitions.filter(({ name }) => Object.hasOwn(values, name));
  const names = new Set(known.map(({ name }) => name));
  const others = Object.keys(values).filter((name) => !names.has(name));
  return [
    ...known.map((field) => ({ name: field.name, label: customFieldLabel(field) })),
    ...others.map((name) => ({ name, label: name })),
  ].map((field) => ({ ...field, text: valueText(common, values[field.name]!) }));
}

function valueText(t: Words<"common">, value: CustomFieldValues[string]): string {
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  return typeof value === "number" ? t.format.number(value, { maximumFractionDigits: 9 }) : value;
}
