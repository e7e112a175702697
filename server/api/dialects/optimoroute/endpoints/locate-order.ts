import "server-only";
import { sameJson } from "@/server/domain/order/merge-draft";
import type { KnownSite, Site } from "@/server/domain/site/site-schema";
import { addressOf } from "@/server/domain/site/site-schema";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { lookUpAddress } from "@/server/services/location/look-up-address";
import { findSites } from "@/server/services/site/find-sites";
import {
  described,
  hasHalfPosition,
  hasPosition,
  isNumberAlone,
  locationFault,
  type PlaceVerdict,
} from "../map/place-of";
import { fault, type OrderCode, type OrderWarning } from "../wire/codes";
import type { LocationRequest } from "../wire/location";

interface Accepted {
  readonly code: OrderCode;
  readonly warning: OrderWarning;
  isAccepted(request: LocationRequest): boolean;
}

const DOUBTS: Readonly<Record<"nothing" | "unavailable" | "several" | "partial", Accepted>> = {
  nothing: {
    code: "ERR_LOC_GEOCODING",
    warning: "WAR_LOC_GEOCODING",
    isAccepted: (each) => each.storeInvalid ?? false,
  },
  unavailable: {
    code: "ERR_LOC_GEOCODING",
    warning: "WAR_LOC_GEOCODING",
    isAccepted: (each) => each.storeInvalid ?? false,
  },
  several: {
    code: "ERR_LOC_GEOCODING_MULTIPLE",
    warning: "WAR_LOC_GEOCODING_MULTIPLE",
    isAccepted: (each) => each.acceptMultipleResults ?? false,
  },
  partial: {
    code: "ERR_LOC_GEOCODING_PARTIAL",
    warning: "WAR_LOC_GEOCODING_PARTIAL",
    isAccepted: (each) => each.acceptPartialMatch ?? false,
  },
};

/**
 * The place of one order: by its number alone, by its position, or by its address, which is looked up among the known
 * places and then geocoded. Of a known order, what says nothing of where is about its own place.
 */
export async function locateOrder(
  services: ServiceContext,
  request: LocationRequest,
  own: KnownSite | Site | undefined,
): Promise<PlaceVerdict> {
  const { locationNo, address } = request;
  if (hasHalfPosition(request)) return locationFault("ERR_LOC_NOT_VALID", request);
  const byNumber = locationNo ? (await findSites(services, { numbers: [locationNo] }))[0] : undefined;
  if (isNumberAlone(request)) {
    if (!byNumber) return locationFault("ERR_LOC_NON_EXISTING_LOC", request);
    return asDescribed(request, byNumber);
  }
  if (hasPosition(request)) {
    const name = request.locationName || address || locationNo;
    if (!name) return locationFault("ERR_LOC_NOT_VALID", request);
    const verdict = asDescribed({ address: "", ...request, locationName: name }, byNumber);
    // Its own place, said again: programs that send their orders every hour make no new one every hour.
    const isOwn = own !== undefined && "site" in verdict && sameJson({ ...own, id: undefined }, verdict.site);
    return isOwn ? { site: own, isSaved: true } : verdict;
  }
  if (!address) return own && !locationNo ? asDescribed(request, own) : locationFault("ERR_LOC_NOT_VALID", request);
  const known = await findAtAddress(services, request);
  if (known) return asDescribed(request, known);
  return geocoded(services, { locationName: address, ...request }, byNumber);
}

function asDescribed(request: LocationRequest, before?: KnownSite | Site): PlaceVerdict {
  const site = described(request, before);
  return site ? { site, isSaved: true } : locationFault("ERR_LOC_NOT_VALID", request);
}

/** A place that has this address, and this name and number where they are said. */
async function findAtAddress(services: ServiceContext, { address, locationName, locationNo }: LocationRequest) {
  const sites = await findSites(services, { addresses: [address!] });
  return sites.find(
    (each) =>
      each.position !== null &&
      (!locationName || each.name === locationName) &&
      (!locationNo || each.number === locationNo),
  );
}

async function geocoded(
  services: ServiceContext,
  request: LocationRequest,
  before: KnownSite | undefined,
): Promise<PlaceVerdict> {
  const unplaced = described(request, before && { ...before, position: null });
  if (!unplaced) return locationFault("ERR_LOC_NOT_VALID", request);
  const { verdict, candidates } = await lookUpAddress(services, { address: addressOf(unplaced) });
  const doubt = verdict === "found" ? undefined : DOUBTS[verdict];
  const isAccepted = doubt?.isAccepted(request) ?? true;
  if (doubt && !isAccepted) {
    return { fault: { ...fault(doubt.code), ...(request.locationNo && { locationNo: request.locationNo }) } };
  }
  return {
    site: { ...unplaced, position: candidates[0]?.position ?? null },
    isSaved: true,
    geocoding: candidates,
    ...(doubt && { warning: doubt.warning }),
  };
}
