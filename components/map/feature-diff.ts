import type { Feature, FeatureCollection, Geometry } from "geojson";
import type { GeoJSONSourceDiff } from "maplibre-gl";

/** With more than this share of features changed, sending all of them anew is no more work than sending the change. */
const LARGEST_SHARE = 0.5;

/**
 * What turns one collection into another, by the features' `id` property; null where the whole is better sent anew. On its
 * way to the map's worker every coordinate is copied on the main thread, so that an edit of two routes among forty should
 * cost two routes.
 */
export function featureDiff(before: FeatureCollection, after: FeatureCollection): GeoJSONSourceDiff | null {
  const old = new Map(before.features.map((feature) => [idOf(feature), feature]));
  const add = after.features.filter((feature) => !isSame(old.get(idOf(feature)), feature));
  const kept = new Set(after.features.map(idOf));
  const remove = [...old.keys()].filter((id) => !kept.has(id));
  const isTangled = old.size < before.features.length || kept.size < after.features.length;
  const isLarge = add.length + remove.length > LARGEST_SHARE * after.features.length;
  return isTangled || isLarge ? null : { remove, add };
}

const idOf = (feature: Feature): string => String(feature.properties?.id);

function isSame(before: Feature | undefined, after: Feature): boolean {
  if (!before) return false;
  const [a, b] = [before.properties ?? {}, after.properties ?? {}];
  const names = Object.keys(b);
  if (names.length !== Object.keys(a).length) return false;
  return names.every((name) => a[name] === b[name]) && isSameGeometry(before.geometry, after.geometry);
}

/** Lines are compared as objects: whoever draws them keeps those that have not changed. */
function isSameGeometry(a: Geometry, b: Geometry): boolean {
  if (a.type === "Point" && b.type === "Point")
    return a.coordinates[0] === b.coordinates[0] && a.coordinates[1] === b.coordinates[1];
  return a.type === b.type && "coordinates" in a && "coordinates" in b && a.coordinates === b.coordinates;
}
