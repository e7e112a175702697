/** Every layer Dray draws, bottom to top. The basemap lies below all of them. */
export const LAYER_ORDER = [
  "dray-area-fill",
  "dray-area-line",
  "dray-route-casing",
  "dray-route-outline",
  "dray-route-solid",
  "dray-route-dash",
  "dray-route-dot",
  "dray-route-double",
  "dray-route-outlined",
  "dray-top-casing",
  "dray-top-outline",
  "dray-top-solid",
  "dray-top-dash",
  "dray-top-dot",
  "dray-top-double",
  "dray-top-outlined",
  "dray-top-arrow",
  "dray-alternative-casing",
  "dray-alternative-outline",
  "dray-alternative-solid",
  "dray-alternative-dash",
  "dray-alternative-dot",
  "dray-alternative-double",
  "dray-alternative-outlined",
  "dray-alternative-door",
  "dray-ghost-casing",
  "dray-ghost-proposed",
  "dray-ghost-removed",
  "dray-ghost-added",
  "dray-trail-casing",
  "dray-trail",
  "dray-route-number-near",
  "dray-top-number-near",
  "dray-alternative-number-near",
  "dray-pool-dot",
  "dray-stop-dot",
  "dray-pool-ring",
  "dray-pool-icon",
  "dray-stop-icon",
  "dray-selection-ring",
  "dray-selection-icon",
  "dray-hover-ring",
  "dray-hover-icon",
  "dray-route-number",
  "dray-top-number",
  "dray-alternative-number",
  "dray-depot-icon",
  "dray-depot-name",
  "dray-van-heading",
  "dray-van-icon",
  "dray-van-age",
  "dray-attention",
  "dray-drop-tag",
  "dray-ghost-stop",
] as const;

export type LayerId = (typeof LAYER_ORDER)[number];

const RANKS = new Map<string, number>(LAYER_ORDER.map((id, rank) => [id, rank]));

/** True for a layer or source of Dray's, false for one of the basemap's. */
export function isOwnId(id: string): boolean {
  return id.startsWith("dray-");
}

/** The present layer a new one must go under; undefined puts it on top. Mount order then never decides what covers what. */
export function layerAbove(presentIds: readonly string[], id: LayerId): string | undefined {
  const rank = RANKS.get(id)!;
  return presentIds.find((present) => (RANKS.get(present) ?? -1) > rank);
}
