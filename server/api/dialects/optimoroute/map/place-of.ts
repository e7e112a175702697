import { type KnownSite, type Site, siteSchema } from "@/server/domain/site/site-schema";
import type { GeocodeCandidate } from "@/server/ports/geocoder";
import { fault, type OrderFault, type OrderWarning } from "../wire/codes";
import type { LocationRequest } from "../wire/location";

/** A place an order goes to: one that is there, or is to be saved (new without an id). */
export interface Place {
  readonly site: Site & { readonly id?: string };
  readonly isSaved: boolean;
  readonly warning?: OrderWarning;
  readonly geocoding?: readonly GeocodeCandidate[];
}
export type PlaceVerdict = Place | { readonly fault: OrderFault };

const LAST_RESORT: Site = { number: null, name: "", address: "", position: null, checkInSeconds: 0, notes: "" };

/** A place as a request describes it, over what is there; undefined where it cannot be one. */
export function described(request: LocationRequest, before: Site & { readonly id?: string } = LAST_RESORT) {
  const { locationNo, locationName, address, latitude, longitude, checkInTime, notes } = request;
  const site = {
    ...before,
    ...(locationNo && { number: locationNo }),
    ...(locationName !== undefined && { name: locationName }),
    ...(address !== undefined && { address }),
    ...(latitude != null && longitude != null && { position: { lat: latitude, lng: longitude } }),
    ...(checkInTime !== undefined && { checkInSeconds: checkInTime * 60 }),
    ...(notes !== undefined && { notes }),
  };
  return siteSchema.safeParse(site).success ? site : undefined;
}

/** True for a location that says nothing but which one it is. */
export function isNumberAlone({ locationNo, locationName, address, latitude, longitude }: LocationRequest): boolean {
  return Boolean(locationNo) && !locationName && !address && latitude == null && longitude == null;
}

export function hasPosition({ latitude, longitude }: LocationRequest): boolean {
  return latitude != null && longitude != null;
}

/** One half of a position is none. */
export function hasHalfPosition({ latitude, longitude }: LocationRequest): boolean {
  return (latitude == null) !== (longitude == null);
}

/** `NOT_VALID` and the like, with the number of the location it is about. */
export function locationFault(
  code: "ERR_LOC_NOT_VALID" | "ERR_LOC_NON_EXISTING_LOC",
  { locationNo }: LocationRequest,
): { readonly fault: OrderFault } {
  return { fault: { ...fault(code), ...(locationNo && { locationNo }) } };
}

/**
 * The place of an order in a list, where nothing is geocoded: a known number's is changed, an unknown one's is new; without
 * a number a known order's own is changed. `isWhole`: what is not said is as it is by default.
 */
export function placeInList(
  request: LocationRequest,
  known: {
    readonly byNumber: KnownSite | undefined;
    readonly own: KnownSite | Site | undefined;
    readonly isWhole: boolean;
  },
): PlaceVerdict {
  const before = known.byNumber ?? (request.locationNo ? undefined : known.own);
  if (hasHalfPosition(request)) return locationFault("ERR_LOC_NOT_VALID", request);
  if (before) {
    const site = described(request, known.isWhole ? asDefault(before) : before);
    return site ? { site, isSaved: true } : locationFault("ERR_LOC_NOT_VALID", request);
  }
  if (isNumberAlone(request)) return locationFault("ERR_LOC_NON_EXISTING_LOC", request);
  const isNamed = Boolean(request.locationNo || request.address || request.locationName);
  const site = hasPosition(request) && isNamed ? described(request) : undefined;
  return site ? { site, isSaved: true } : locationFault("ERR_LOC_NOT_VALID", request);
}

/** A known place of which only what it is known by stays. */
function asDefault(before: Site & { readonly id?: string }): Site & { readonly id?: string } {
  const { number, name, position, ...rest } = before;
  return { ...rest, number, name, position, checkInSeconds: 0, notes: "" };
}
