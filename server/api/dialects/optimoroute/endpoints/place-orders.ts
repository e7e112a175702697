import "server-only";
import type { KnownSite } from "@/server/domain/site/site-schema";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { findSites } from "@/server/services/site/find-sites";
import { saveSites } from "@/server/services/site/save-sites";
import type { Place, PlaceVerdict } from "../map/place-of";
import type { OrderFault } from "../wire/codes";
import type { OrderRequest } from "../wire/order";

/** How a method reads its orders: which fields it insists on, and how it finds their places. */
export interface WritingTerms {
  readonly isList: boolean;
  /** The places of these orders, all of which say one. */
  locate(
    services: ServiceContext,
    orders: readonly {
      readonly request: OrderRequest;
      readonly own: KnownSite | undefined;
      readonly isWhole: boolean;
    }[],
  ): Promise<readonly PlaceVerdict[]>;
}

export interface Meant {
  readonly index: number;
  readonly request: OrderRequest;
  /** The order that is changed; undefined: a new one. */
  readonly existing: FoundDoor | undefined;
}

/** A place with the id it has, or would have: `isNew` until it is saved. */
export type PlacedAt = Place & { readonly site: KnownSite; readonly isNew?: boolean };

/** Where orders go that say a location, nothing of it saved yet; those that have no place are refused. */
export async function placeAll(
  services: ServiceContext,
  able: readonly Meant[],
  terms: WritingTerms,
  refuse: (index: number, why: OrderFault) => void,
): Promise<Map<number, PlacedAt>> {
  const going = able.filter(({ request }) => request.location !== undefined);
  if (going.length === 0) return new Map();
  const siteIds = going.map(({ existing }) => existing && siteIdOf(existing));
  const own = await findSites(services, { ids: [...new Set(siteIds.flatMap((id) => id ?? []))] });
  const verdicts = await terms.locate(
    services,
    going.map(({ request }, at) => ({
      request,
      own: own.find(({ id }) => id === siteIds[at]),
      isWhole: request.operation === "SYNC",
    })),
  );
  return new Map(
    going.flatMap(({ index }, at): [number, PlacedAt][] => {
      const verdict = verdicts[at]!;
      if ("fault" in verdict) {
        refuse(index, verdict.fault);
        return [];
      }
      const { id } = verdict.site;
      const site = { ...verdict.site, id: id ?? services.ports.ids.newId() };
      return [[index, { ...verdict, site, isNew: id === undefined }]];
    }),
  );
}

/** Saves places; what they are from then on, by the order they were said with. */
export async function savePlaces(
  services: ServiceContext,
  placed: readonly { readonly index: number; readonly place: PlacedAt }[],
): Promise<Map<number, PlacedAt>> {
  if (placed.length === 0) return new Map();
  const sites = placed.map(({ place: { site, isNew } }) => (isNew ? { ...site, id: undefined } : site));
  const { ids } = await saveSites(services, { sites });
  return new Map(
    placed.map(({ index, place }, at) => [index, { ...place, site: { ...place.site, id: ids[at]! }, isNew: false }]),
  );
}

function siteIdOf({ record, role }: FoundDoor): string | undefined {
  return record.delivery.input[role]?.siteId;
}
