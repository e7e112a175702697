import { formatAmount } from "@/components/lib/format";
import type { Words } from "@/components/lib/words/words";
import type { Outcome } from "@/server/domain/execution/outcome";
import type { SheetLoad, SheetStop } from "@/server/domain/plan/route-sheet";
import type { Door } from "../day/group-doors";

type T = Words<"driverRun">;

/** What a stop is called: who, else its number. */
export function stopName(t: T, { place, externalId }: SheetStop): string {
  return place.name || externalId || t("noName");
}

/** A door's name: the first stop's, and how many more. */
export function doorName(t: T, { stops }: Door): string {
  const names = [...new Set(stops.map(({ stop }) => stopName(t, stop)))];
  return names.length > 1 ? `${names[0]} +${names.length - 1}` : names[0]!;
}

/** "4", or "4–6" for several stops at one door. */
export function doorNumber({ stops }: Door): string {
  const [first, last] = [stops[0]!.number, stops.at(-1)!.number];
  return first === last ? String(first) : `${first}–${last}`;
}

export function addressText(t: T, { place }: SheetStop): string {
  return [place.street, place.town].filter(Boolean).join(", ") || t("noAddress");
}

/** An outcome in the words of what is done there: brought, fetched, or just done. */
export function outcomeText(t: T, stop: Pick<SheetStop, "role" | "isTask">, outcome: Outcome): string {
  if (stop.isTask) return t(`visited.${outcome}`);
  return t(stop.role === "pickup" ? `collected.${outcome}` : `outcome.${outcome}`);
}

/** "Deliver 12 kg, parcels: 3". */
export function parcelText(t: T, stop: SheetStop): string {
  if (stop.isTask) return t("visitOnly");
  return t(stop.role === "pickup" ? "collect" : "deliver", {
    what: stop.loads.map((load) => loadText(t, load)).join(", "),
  });
}

/** "12 kg"; a dimension without a unit is called by its name: "parcels: 3". */
function loadText(t: T, { name, unit, perUnit, amount }: SheetLoad): string {
  // In the sheet's own units, whatever its reader's phone is set to.
  const text = formatAmount(amount, { unit, perUnit }, t.format.reader.locale);
  return unit ? text : `${name.toLowerCase()}: ${text}`;
}

export function windowText(t: T, stop: SheetStop): string {
  const windows = stop.windows.map((window) => t.format.timeRange(window.fromSeconds, window.toSeconds)).join(", ");
  return windows && t("between", { windows });
}
