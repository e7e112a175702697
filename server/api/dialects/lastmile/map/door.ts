import type { z } from "zod";
import { streetLine } from "@/server/api/kernel/street-line";
import { normalizePhone } from "@/server/domain/contact/normalize-phone";
import type { LatLng } from "@/server/domain/geo";
import type { Address, VisitInput } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { LocalWindow } from "@/server/domain/time/local-window";
import { instantsOfWindows, windowsOfInstants } from "@/server/domain/time/window-of-instants";
import type { personSchema, WireAddress, WireWindow } from "../wire/common";

type Person = z.output<typeof personSchema>;

/** What a request assumes of the project it goes to. */
export interface Home {
  readonly id: string;
  readonly timeZone: string;
  readonly defaultCountry: string;
  readonly defaultServiceSeconds: number;
  readonly hasDepot: boolean;
}

/** The position an address says, if it says one. */
export function positionOf({ location, lat, lon }: WireAddress): LatLng | undefined {
  if (location) return { lat: location.lat, lng: location.lon };
  return lat !== undefined && lon !== undefined ? { lat, lng: lon } : undefined;
}

/** Its second line stands with the street: a flat is no use to a driver who cannot see it. */
export function toAddress(address: WireAddress): Address {
  const at = positionOf(address);
  const street = address.line1 || address.formatted || (at ? `${at.lat}, ${at.lng}` : "");
  const place = { postcode: address.postal_code ?? "", city: address.city ?? "" };
  return { street: streetLine(street, address.line2, place), ...place, country: address.country ?? "" };
}

/** A phone number as the core keeps it; one that cannot be called is handed back, and not kept to call. */
export function toContact({ name = "", phone = "", email = "" }: Person = {}, country: string) {
  const normal = phone === "" ? undefined : normalizePhone(phone, country);
  return { name, phone: normal?.ok ? normal.phone : "", email };
}

export function toWindows(window: WireWindow | null | undefined, timeZone: string): LocalWindow[] {
  return window ? (windowsOfInstants(new Date(window.from), new Date(window.to), timeZone) ?? []) : [];
}

/** The day a window is on, with it. */
export function toDay(window: WireWindow, timeZone: string): { serviceDate: string; windows: LocalWindow[] } {
  const windows = toWindows(window, timeZone);
  return { serviceDate: windows[0]?.date ?? window.from.slice(0, 10), windows };
}

/** The address as it was sent while the core's is still that. */
export function addressAsSent(stored: Address, sent: unknown): WireAddress {
  const wire = (sent ?? {}) as WireAddress;
  const kept = toAddress(wire);
  const isSame = sameJson({ ...kept, country: kept.country || stored.country }, stored);
  if (isSame) return wire;
  return { line1: stored.street, postal_code: stored.postcode, city: stored.city, country: stored.country };
}

/** The same, with where it is now known to be. */
export function fromAddress(stored: Address, at: LatLng | null, sent: unknown): Record<string, unknown> {
  const { lat: _, lon: __, ...rest } = addressAsSent(stored, sent);
  return { country: stored.country, ...rest, ...(at && { location: { lat: at.lat, lon: at.lng } }) };
}

export function fromWindows(windows: readonly LocalWindow[], date: string | undefined, timeZone: string) {
  const span = instantsOfWindows(windows, date, timeZone);
  return span ? { from: said(span.from), to: said(span.to) } : null;
}

export function fromContact(contact: VisitInput["contact"], sent: unknown) {
  const { phone = "" } = (sent ?? {}) as Person;
  return { ...contact, phone: contact.phone || phone };
}

/** Without fractions of a second where there are none, as the document writes instants. */
export function said(instant: Date): string {
  return instant.toISOString().replace(".000Z", "Z");
}
