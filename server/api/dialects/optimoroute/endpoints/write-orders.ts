import "server-only";
import type { RefusedVerdict } from "@/server/domain/order/delivery-verdict";
import { readKnownCodes } from "@/server/services/fleet/read-known-codes";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { findBeingPlanned } from "@/server/services/order/find-being-planned";
import type { FoundDoor } from "@/server/services/order/find-doors";
import { judgeOrders } from "@/server/services/order/judge-orders";
import { takeOrders } from "@/server/services/order/take-orders";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { dress } from "../ids";
import { type DraftTerms, toDraft, withDefaults } from "../map/to-draft";
import { fault, type OrderFault } from "../wire/codes";
import type { OrderRequest } from "../wire/order";
import { findOrders, idOf, type Match } from "./find-orders";
import { faultOf } from "./order-faults";
import { driversOf, unknownCodeOf } from "./order-names";
import { type Meant, type PlacedAt, placeAll, savePlaces, type WritingTerms } from "./place-orders";
import { relationOf } from "./relate-orders";

const MOST_ATTEMPTS = 3;

/** What became of one order that was sent. */
export type Written = { readonly id: string; readonly place: PlacedAt | undefined } | { readonly fault: OrderFault };

/** Creates and changes orders, each by itself, in the order sent. */
export async function writeOrders(
  services: ServiceContext,
  requests: readonly OrderRequest[],
  terms: WritingTerms,
): Promise<Written[]> {
  const results = new Map<number, Written>();
  const attempts = new Map<number, number>();
  let open = requests.map((request, index): Sent => ({ request, index }));
  while (open.length > 0) {
    const { overtaken, later } = await writeOnce(services, open, terms, results);
    for (const [index, why] of overtaken) {
      const made = (attempts.get(index) ?? 0) + 1;
      attempts.set(index, made);
      if (made === MOST_ATTEMPTS) results.set(index, { fault: why });
    }
    open = open.filter(({ index }) => (overtaken.has(index) && !results.has(index)) || later.has(index));
  }
  return requests.map((_, index) => results.get(index)!);
}

interface Sent {
  readonly request: OrderRequest;
  readonly index: number;
}

interface Round {
  /** Changed by somebody else meanwhile. */
  readonly overtaken: ReadonlyMap<number, OrderFault>;
  /** Those that mean an order that one before them means too, or are linked to one. */
  readonly later: ReadonlySet<number>;
}

async function writeOnce(
  services: ServiceContext,
  open: readonly Sent[],
  terms: WritingTerms,
  results: Map<number, Written>,
): Promise<Round> {
  const home = await readHomeProject(services, {});
  const refuse = (index: number, why: OrderFault) => void results.set(index, { fault: why });
  const matches = await findMeant(services, open);
  const meant = new Map<string, Meant>();
  const later = new Set<number>();
  const numbers = new Set<string>();
  for (const [at, { request, index }] of open.entries()) {
    const verdict = meaningOf(request, matches[at]!, terms.isList);
    if ("fault" in verdict) refuse(index, verdict.fault);
    else {
      const { existing } = verdict;
      const name = existing ? existing.record.delivery.id : `new ${index}`;
      if (meant.has(name) || numbers.has(request.relatedOrderNo ?? "")) later.add(index);
      else meant.set(name, { index, existing, request: wholeOf(request, existing, home) });
    }
    if (request.orderNo !== undefined) numbers.add(request.orderNo);
  }
  const free = terms.isList ? await withoutPlanned(services, [...meant.values()], refuse) : [...meant.values()];
  const drafted = await draftAll(services, free, terms, home.defaultCountry, refuse);
  const overtaken = await saveDrafted(services, home.id, drafted, results);
  return { overtaken, later };
}

/** Orders the optimizer is not at work on; the others are refused. */
async function withoutPlanned(
  services: ServiceContext,
  meant: readonly Meant[],
  refuse: (index: number, why: OrderFault) => void,
): Promise<Meant[]> {
  const ids = meant.flatMap(({ existing }) => existing?.record.delivery.id ?? []);
  const planned = await findBeingPlanned(services, { ids });
  return meant.filter(({ index, existing }) => {
    const isPlanned = existing !== undefined && planned.has(existing.record.delivery.id);
    if (isPlanned) refuse(index, fault("ERR_OPT_RUNNING"));
    return !isPlanned;
  });
}

async function saveDrafted(
  services: ServiceContext,
  projectId: string,
  drafted: readonly Drafted[],
  results: Map<number, Written>,
): Promise<ReadonlyMap<number, OrderFault>> {
  const overtaken = new Map<number, OrderFault>();
  if (drafted.length === 0) return overtaken;
  const refuse = (index: number, verdict: RefusedVerdict) => {
    if (verdict.reason === "stale" || verdict.reason === "busy") overtaken.set(index, faultOf(verdict));
    else results.set(index, { fault: faultOf(verdict) });
  };
  // What is refused leaves no place behind, so that is asked before places are saved.
  const { refusals } = await judgeOrders(services, { projectId, items: drafted.map(itemOf) });
  for (const [at, refusal] of refusals.entries()) if (refusal) refuse(drafted[at]!.index, refusal);
  const settled = await withSavedPlaces(
    services,
    drafted.filter((_, at) => refusals[at] === null),
  );
  if (settled.length === 0) return overtaken;
  const { verdicts } = await takeOrders(services, { projectId, items: settled.map(itemOf) });
  for (const [at, verdict] of verdicts.entries()) {
    const { index, existing, place } = settled[at]!;
    if (verdict.outcome === "refused") refuse(index, verdict);
    else results.set(index, { id: existing ? idOf(existing) : dress(verdict.deliveryId), place });
  }
  return overtaken;
}

function itemOf({ existing, request, draft, joinedWithId }: Drafted) {
  return {
    ...(existing && { deliveryId: existing.record.delivery.id, version: existing.record.delivery.version }),
    draft,
    ...(joinedWithId !== undefined && { joinedWithId }),
    mayShareNumber: request.acceptDuplicateOrderNo ?? false,
  };
}

/** The orders with their places as they are once these are saved. */
async function withSavedPlaces(services: ServiceContext, drafted: readonly Drafted[]): Promise<Drafted[]> {
  const places = await savePlaces(
    services,
    drafted.flatMap(({ index, place }) => (place ? [{ index, place }] : [])),
  );
  return drafted.map((each) => {
    const place = places.get(each.index);
    return place ? { ...each, place, draft: toDraft(each.request, { ...each.terms, site: place.site }) } : each;
  });
}

async function findMeant(
  services: ServiceContext,
  open: readonly { readonly request: OrderRequest }[],
): Promise<(Match | undefined)[]> {
  const asked = open.flatMap(({ request }, at) =>
    request.id === undefined && request.orderNo === undefined ? [] : [{ at, ref: request }],
  );
  const found = await findOrders(
    services,
    asked.map(({ ref: { id, orderNo, operation } }) => (operation === "CREATE" ? { orderNo } : { id, orderNo })),
  );
  const byPlace = new Map(asked.map(({ at }, index) => [at, found[index]]));
  return open.map((_, at) => byPlace.get(at));
}

/** Whether an order is new or which one it changes, by what is to be done. */
function meaningOf(
  { operation, id, acceptDuplicateOrderNo, ...request }: OrderRequest,
  match: Match | undefined,
  isList: boolean,
): { readonly existing: FoundDoor | undefined } | { readonly fault: OrderFault } {
  const isUnknown = match === undefined || (match.kind === "fault" && match.fault.code === "ERR_ORD_NOT_FOUND");
  if (operation === "CREATE") {
    if (isList && id !== undefined)
      return { fault: fault("ERR_INVALID_PARAM_FORMAT", "id cannot be given with CREATE.") };
    if (!isUnknown && !acceptDuplicateOrderNo) return { fault: fault("ERR_ORD_EXISTS") };
  } else if (match?.kind === "many") return { fault: fault("ERR_MULTIPLE_ORD_FOUND") };
  else if (match?.kind === "one") return { existing: match.door };
  else if (match && !isUnknown) return { fault: match.kind === "fault" ? match.fault : fault("ERR_ORD_NOT_FOUND") };
  else if (operation === "UPDATE" || id !== undefined) {
    return { fault: match?.kind === "fault" ? match.fault : fault("ERR_ORD_NOT_FOUND") };
  }
  if (request.date === undefined) return missing("date");
  return request.location === undefined ? missing("location") : { existing: undefined };
}

function missing(field: string) {
  return { fault: fault("ERR_INVALID_PARAM_FORMAT", `${field} is missing, and there is no such order yet.`) };
}

/** New orders, and those put in the place of what was known, are all that can be said of an order. */
function wholeOf(
  request: OrderRequest,
  existing: FoundDoor | undefined,
  { defaultServiceSeconds }: { readonly defaultServiceSeconds: number },
): OrderRequest {
  const isWhole = existing === undefined || request.operation === "SYNC";
  return isWhole ? withDefaults(request, defaultServiceSeconds) : request;
}

interface Drafted extends Meant {
  readonly terms: DraftTerms;
  readonly draft: ReturnType<typeof toDraft>;
  /** The delivery of the order it is linked to, where the request says one; null: none. */
  readonly joinedWithId?: string | null;
  readonly place: PlacedAt | undefined;
}

async function draftAll(
  services: ServiceContext,
  meant: readonly Meant[],
  terms: WritingTerms,
  country: string,
  refuse: (index: number, why: OrderFault) => void,
): Promise<Drafted[]> {
  const codes = await readKnownCodes(services, {});
  const drivers = await driversOf(services, meant);
  const relations = await relationOf(services, meant);
  const able = meant.filter((each, at) => {
    const unknownCode = unknownCodeOf(each.request, codes);
    const wrong = unknownCode ?? faultIn(drivers[at]!) ?? faultIn(relations[at]!);
    if (wrong) refuse(each.index, wrong);
    return !wrong;
  });
  const places = await placeAll(services, able, terms, refuse);
  return able.flatMap((each) => {
    const at = meant.indexOf(each);
    const place = places.get(each.index);
    if (each.request.location && !place) return [];
    const { existing } = each;
    const draftTerms: DraftTerms = {
      country,
      ...(existing && { existing: { input: existing.record.delivery.input, role: existing.role } }),
      ...(place && { site: place.site }),
      ...(drivers[at] as { driverId?: string | null }),
    };
    const { joinedWithId } = relations[at] as { joinedWithId?: string | null };
    const draft = toDraft(each.request, draftTerms);
    return [{ ...each, place, terms: draftTerms, draft, ...(joinedWithId !== undefined && { joinedWithId }) }];
  });
}

function faultIn(found: object): OrderFault | undefined {
  return "fault" in found ? (found.fault as OrderFault) : undefined;
}
