import type { Words } from "@/components/lib/words/words";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { type BoardVisit, type PlanBoard, type StopPlace, stopPlaces } from "@/server/domain/plan/plan-board";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";

/** What stops are told apart by, in the order in which people ask. */
export const FACET_KINDS = ["state", "status", "priority", "tag", "wave", "window", "postcode"] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** One thing that stops have in common, and how many have it. `key` is `kind:value`. */
export interface StopFacet {
  readonly key: string;
  readonly kind: FacetKind;
  readonly label: string;
  readonly count: number;
}

/** What facets are called: by the list, and as orders are. */
export interface FacetWords {
  readonly list: Words<"boardRoutes">;
  readonly orders: Words<"orders">;
}

const STATES = ["unassigned", "late", "problems", "locked", "doubtful", "unlocated"] as const;

const facetsOfBoards = new WeakMap<PlanBoard, { words: FacetWords; facets: readonly StopFacet[] }>();

/** All that the day's stops have in common, most frequent first within each kind. */
export function stopFacets(words: FacetWords, board: PlanBoard): readonly StopFacet[] {
  const known = facetsOfBoards.get(board);
  if (known?.words.list === words.list && known.words.orders === words.orders) return known.facets;
  const places = stopPlaces(board);
  const counts = new Map<string, number>();
  for (const visit of board.visits.values()) {
    for (const key of facetKeys(visit, places.get(visit.id))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const facets = [...counts].map(([key, count]) => ({ key, kind: kindOf(key), label: facetLabel(words, key), count }));
  const order = (kind: FacetKind) => FACET_KINDS.indexOf(kind);
  facets.sort((a, b) => order(a.kind) - order(b.kind) || b.count - a.count || a.label.localeCompare(b.label));
  facetsOfBoards.set(board, { words, facets });
  return facets;
}

/** True for a stop that has, of each kind asked for, one of the things asked for. */
export function hasFacets(visit: BoardVisit, place: StopPlace | undefined, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const has = new Set(facetKeys(visit, place));
  const kinds = new Set(wanted.map(kindOf));
  return [...kinds].every((kind) => wanted.some((key) => kindOf(key) === kind && has.has(key)));
}

/** What a facet is called: "Late", "vip", "08:00–12:00"; what nobody has heard of by its own value. */
export function facetLabel({ list: t, orders }: FacetWords, key: string): string {
  const kind = kindOf(key);
  const value = key.slice(kind.length + 1);
  if (kind === "window") {
    if (value === "any") return t("anyTimeFacet");
    const [from, to] = value.split("-").map(Number);
    return t.format.timeRange(from, to);
  }
  if (kind === "wave" && value === "") return t("noWave");
  const state = kind === "state" && STATES.find((each) => each === value);
  if (state) return t(`state.${state}`);
  const status = kind === "status" && DELIVERY_STATUSES.find((each) => each === value);
  if (status) return orders(`status.${status}`);
  const priority = kind === "priority" && PRIORITIES.find((each) => each === value);
  return priority ? orders(`priority.${priority}`) : value;
}

export function kindOf(key: string): FacetKind {
  const kind = key.slice(0, key.indexOf(":"));
  return FACET_KINDS.find((each) => each === kind) ?? "tag";
}

function facetKeys(visit: BoardVisit, place: StopPlace | undefined): string[] {
  const keys = [`status:${visit.status}`, `priority:${visit.priority}`];
  const stop = place?.route.stops[place.index];
  const breaks = place?.route.schedule.stops[place.index]?.breaks ?? [];
  if (!place) keys.push("state:unassigned");
  if (breaks.some(({ rule }) => rule === "late")) keys.push("state:late");
  if (breaks.length > 0) keys.push("state:problems");
  if (stop && (stop.lockedToDriver || stop.lockedToPosition || visit.timeLock || place.route.locked))
    keys.push("state:locked");
  if (visit.isDoubtful) keys.push("state:doubtful");
  if (visit.obstacle === "unlocated") keys.push("state:unlocated");
  if (visit.wave !== undefined) keys.push(`wave:${visit.wave}`);
  for (const tag of visit.tags ?? []) keys.push(`tag:${tag}`);
  for (const { fromSeconds, toSeconds } of visit.windows) keys.push(`window:${fromSeconds}-${toSeconds}`);
  if (visit.windows.length === 0) keys.push("window:any");
  const postcode = visit.place.split(" ")[0];
  if (postcode && /\d/.test(postcode)) keys.push(`postcode:${postcode}`);
  return keys;
}
