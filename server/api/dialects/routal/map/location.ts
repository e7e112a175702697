import type { LatLng } from "@/server/domain/geo";
import type { Address } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { WireLocation } from "../wire/common";
import type { Sent } from "./extension";

const MOST_STREET = 200;

/** The position a location says, if it says one. */
export function positionOf({ lat, lng }: WireLocation): LatLng | undefined {
  return typeof lat === "number" && typeof lng === "number" ? { lat, lng } : undefined;
}

/** A location as an address: its parts where it has them, else its text as a whole. */
export function toAddress(location: WireLocation): Address {
  const { address, street, label, postal_code, city, country_code } = location;
  const at = positionOf(location);
  const text = street || address || label || (at ? `${at.lat}, ${at.lng}` : "");
  const country = (country_code ?? "").toUpperCase();
  return {
    street: text.trim().slice(0, MOST_STREET),
    postcode: (postal_code ?? "").trim(),
    city: (city ?? "").trim(),
    country: /^[A-Z]{2}$/.test(country) ? country : "",
  };
}

/** The location as it was sent while the core's address is still that, with where it is now known to be. */
export function fromAddress(stored: Address, at: LatLng | null, sent: Sent[string] | undefined): Sent {
  const wire = (typeof sent === "object" && sent !== null ? sent : {}) as WireLocation & Sent;
  const kept = toAddress(wire);
  const isSame = sameJson({ ...kept, country: kept.country || stored.country }, stored);
  const { street, postcode, city, country } = stored;
  const secondary = [postcode, city].filter(Boolean).join(" ");
  const text = [street, secondary].filter(Boolean).join(", ");
  return {
    label: text,
    address: text,
    country_code: country,
    country,
    state: null,
    city: city || null,
    street,
    postal_code: postcode || null,
    comments: null,
    main_text: street,
    secondary_text: secondary,
    ...(isSame && wire),
    lat: at?.lat ?? null,
    lng: at?.lng ?? null,
  };
}
