import { z } from "zod";
import { streetLine } from "@/server/api/kernel/street-line";
import { normalizePhone } from "@/server/domain/contact/normalize-phone";
import type { Address, VisitInput } from "@/server/domain/order/delivery-schema";
import type { AddressWire, ContactWire } from "../wire/stop";

const LONGEST_NAME = 120;

/** A street, or where there is none the place itself; the flat stands behind it, where the driver looks for it. */
export function toAddress(address: AddressWire = {}, at?: { lat: number; lng: number }): Address {
  const street = address.address1?.trim() || (at ? `${at.lat}, ${at.lng}` : "");
  const place = { postcode: address.zip?.trim() ?? "", city: address.city?.trim() ?? "" };
  return {
    street: streetLine(street, address.address2, place),
    ...place,
    country: address.countryCode?.toUpperCase() ?? "",
  };
}

export function fromAddress({ street, postcode, city, country }: Address): AddressWire {
  return {
    address1: street,
    ...(city && { city }),
    ...(country && { countryCode: country }),
    ...(postcode && { zip: postcode }),
  };
}

/** A person as the core keeps one; what cannot be called or written to is handed back, and not kept to be used. */
export function toContact({ firstName, lastName, company, phone, email }: ContactWire = {}, country: string) {
  const name = [firstName, lastName].flatMap((part) => part?.trim() || []).join(" ") || company?.trim() || "";
  const normal = phone?.trim() ? normalizePhone(phone, country) : undefined;
  return {
    name: name.slice(0, LONGEST_NAME).trim(),
    phone: normal?.ok ? normal.phone : "",
    email: z.email().safeParse(email?.trim()).data ?? "",
  };
}

export function fromContact({ name, phone, email }: VisitInput["contact"]): ContactWire {
  return { ...namesOf(name), ...(phone && { phone }), ...(email && { email }) };
}

/** The last word of a name is the last name. */
export function namesOf(name: string): { readonly firstName: string; readonly lastName: string } {
  const words = name.trim().split(/\s+/);
  const lastName = words.length > 1 ? words.pop()! : "";
  return { firstName: words.join(" "), lastName };
}
