import { dateFormat } from "@/components/lib/intl-formatters";
import type { Checked } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import type { LatLng } from "@/server/domain/geo";
import { type SlotArea, type SlotOffer, slotOfferSchema, slotZoneSchema } from "@/server/domain/slot/slot-schema";
import { secondsOf, timeText } from "../form/wall-time";

const DAY_SECONDS = 86_400;

/** A zone while it is edited: both kinds of area keep what was typed. */
export interface ZoneDraft {
  readonly name: string;
  readonly kind: SlotArea["kind"];
  /** One postcode, or the beginning of some, a line or between commas. */
  readonly postcodes: string;
  /** "latitude, longitude", a corner a line. */
  readonly corners: string;
}

export function draftOfZone(zone: { name: string; area: SlotArea } | null): ZoneDraft {
  const draft = { name: zone?.name ?? "", postcodes: "", corners: "" };
  if (zone?.area.kind === "polygon") return { ...draft, kind: "polygon", corners: cornersText(zone.area.corners) };
  return { ...draft, kind: "postcodes", postcodes: zone?.area.prefixes.join(", ") ?? "" };
}

/** The zone to save, or what is wrong, by field. */
export function checkZone(
  t: Words<"settingsSlots">,
  { name, kind, postcodes, corners }: ZoneDraft,
): Checked<{ name: string; area: SlotArea }, ZoneDraft> {
  const read = readCorners(corners);
  const prefixes = [...new Set(postcodes.split(/[\n,;]+/).map((each) => each.trim()))].filter((each) => each !== "");
  const area = kind === "postcodes" ? { kind, prefixes } : { kind, corners: read.corners };
  const parsed = slotZoneSchema.safeParse({ name, area });
  const isRead = kind === "postcodes" || read.wrongLine === null;
  if (parsed.success && isRead) return { ok: true, input: parsed.data };
  const isNameWrong = parsed.error?.issues.some(({ path }) => path[0] === "name");
  const isAreaWrong = parsed.error?.issues.some(({ path }) => path[0] === "area");
  return {
    ok: false,
    errors: {
      ...(isNameWrong && { name: t("problem.name") }),
      ...(kind === "postcodes" && isAreaWrong && { postcodes: t("problem.postcodes") }),
      ...(kind === "polygon" && !isRead && { corners: t("problem.corner", { line: read.wrongLine ?? 0 }) }),
      ...(kind === "polygon" && isRead && isAreaWrong && { corners: t("problem.corners") }),
    },
  };
}

/** The corners that can be read, and the first line that cannot. */
export function readCorners(text: string): { corners: LatLng[]; wrongLine: number | null } {
  const corners: LatLng[] = [];
  let wrongLine: number | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const numbers = line
      .split(/[,;\s]+/)
      .filter((each) => each !== "")
      .map(Number);
    const [lat, lng] = numbers;
    const isPlace = numbers.length === 2 && Math.abs(lat!) <= 90 && Math.abs(lng!) <= 180;
    if (isPlace) corners.push({ lat: lat!, lng: lng! });
    else wrongLine ??= index + 1;
  }
  return { corners, wrongLine };
}

/** A metre is more than a zone's edge is exact to. */
export function cornersText(corners: readonly LatLng[]): string {
  return corners.map(({ lat, lng }) => `${Number(lat.toFixed(5))}, ${Number(lng.toFixed(5))}`).join("\n");
}

/** An offer while it is edited. */
export interface OfferDraft {
  readonly serviceLevel: string;
  readonly weekdays: readonly number[];
  /** "16:00". */
  readonly from: string;
  readonly to: string;
  readonly capacity: string;
  readonly cutoffTime: string;
  readonly cutoffDaysBefore: number;
  readonly daysAhead: string;
}

export function draftOfOffer(offer: SlotOffer | null): OfferDraft {
  if (!offer) {
    const cutoff = { cutoffTime: "12:00", cutoffDaysBefore: 1, daysAhead: "14" };
    return {
      serviceLevel: "standard",
      weekdays: [1, 2, 3, 4, 5],
      from: "08:00",
      to: "12:00",
      capacity: "10",
      ...cutoff,
    };
  }
  return {
    serviceLevel: offer.serviceLevel,
    weekdays: offer.weekdays,
    from: timeText(offer.fromSeconds % DAY_SECONDS),
    to: timeText(offer.toSeconds % DAY_SECONDS),
    capacity: String(offer.capacity),
    cutoffTime: timeText(offer.cutoffSeconds),
    cutoffDaysBefore: offer.cutoffDaysBefore,
    daysAhead: String(offer.daysAhead),
  };
}

type OfferInput = Omit<SlotOffer, "id">;

/** The offer to save, or what is wrong, by field. A window that ends no later than it begins ends the next day. */
export function checkOffer(
  t: Words<"settingsSlots">,
  draft: OfferDraft,
  zoneId: string,
): Checked<OfferInput, OfferDraft> {
  const [from, to] = [secondsOf(draft.from), secondsOf(draft.to)];
  const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));
  const parsed = slotOfferSchema.safeParse({
    zoneId,
    serviceLevel: draft.serviceLevel,
    weekdays: draft.weekdays,
    fromSeconds: from,
    toSeconds: from !== null && to !== null && to <= from ? to + DAY_SECONDS : to,
    capacity: number(draft.capacity),
    cutoffSeconds: secondsOf(draft.cutoffTime),
    cutoffDaysBefore: draft.cutoffDaysBefore,
    daysAhead: number(draft.daysAhead),
  });
  if (parsed.success) return { ok: true, input: parsed.data };
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return {
    ok: false,
    errors: {
      ...(wrong.has("serviceLevel") && { serviceLevel: t("problem.serviceLevel") }),
      ...(wrong.has("weekdays") && { weekdays: t("problem.weekdays") }),
      ...(wrong.has("fromSeconds") && { from: t("problem.time") }),
      ...(wrong.has("toSeconds") && { to: t("problem.time") }),
      ...(wrong.has("capacity") && { capacity: t("problem.capacity") }),
      ...(wrong.has("cutoffSeconds") && { cutoffTime: t("problem.time") }),
      ...(wrong.has("daysAhead") && { daysAhead: t("problem.daysAhead") }),
    },
  };
}

/** "Mon 23 Nov". */
export function dayHeading(locale: string, date: string): string {
  const parts = { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" } as const;
  return dateFormat(locale, parts).format(Date.parse(`${date}T00:00:00Z`));
}
