/** Runs in the page: takes everything of ours off the map and leaves the background. */
export function emptyTheMap(): void {
  const map = window.__map!;
  const { layers, sources } = map.getStyle();
  for (const { id } of layers) if (id.startsWith("dray-")) map.removeLayer(id);
  for (const id of Object.keys(sources)) if (id.startsWith("dray-")) map.removeSource(id);
}
