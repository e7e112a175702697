/** A MapLibre style as far as Dray looks into it. */
export interface MapStyleDocument {
  readonly version: 8;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly layers: readonly unknown[];
  readonly glyphs?: string;
  readonly sprite?: string | readonly { readonly id: string; readonly url: string }[];
}

/** True for what MapLibre would take: a hotel's sign-in page with status 200 is none. */
export function isMapStyle(value: unknown): value is MapStyleDocument {
  const style = value as Partial<MapStyleDocument> | null;
  return style?.version === 8 && Array.isArray(style.layers) && typeof (style.sources ?? null) === "object";
}

/** A style may name its parts relative to itself; handed over as an object it has no address any more. */
export function withAbsoluteUrls<T extends MapStyleDocument>(style: T, base: string): T {
  const absolute = (url: string) => absoluteUrl(url, base);
  const sources = Object.entries(style.sources ?? {}).map(([id, source]) => {
    const copy: Record<string, unknown> = { ...source };
    if (typeof copy.url === "string") copy.url = absolute(copy.url);
    if (Array.isArray(copy.tiles)) copy.tiles = copy.tiles.map(absolute);
    if (copy.type === "geojson" && typeof copy.data === "string") copy.data = absolute(copy.data);
    return [id, copy];
  });
  return {
    ...style,
    sources: Object.fromEntries(sources),
    ...(style.glyphs && { glyphs: absolute(style.glyphs) }),
    ...(typeof style.sprite === "string" && { sprite: absolute(style.sprite) }),
    ...(Array.isArray(style.sprite) && { sprite: style.sprite.map(({ id, url }) => ({ id, url: absolute(url) })) }),
  };
}

/** Addresses of descriptions (TileJSON) that name tiles of their own. */
export function tileJsonUrls({ sources }: MapStyleDocument): string[] {
  return Object.values(sources).flatMap(({ url, type }) =>
    typeof url === "string" && /^https?:/.test(url) && type !== "image" && type !== "video" ? [url] : [],
  );
}

/** Every origin that a document's texts name, however deep: what a browser showing the map must be allowed to reach. */
export function originsIn(document: unknown): Set<string> {
  const origins = new Set<string>();
  const look = (value: unknown) => {
    if (typeof value === "string") {
      const address = value.replace(/^pmtiles:\/\//, "");
      if (/^https?:\/\//.test(address) && URL.canParse(address)) origins.add(new URL(address).origin);
    } else if (typeof value === "object" && value !== null) for (const part of Object.values(value)) look(part);
  };
  look(document);
  return origins;
}

/** Names, parted by spaces, the servers that an organization's own map is fetched from. */
export const MAP_SERVERS_HEADER = "x-map-servers";

/** A name and perhaps a port: nothing that a policy reads as a pattern, or as its next directive. Of IPv6 it reads nothing. */
const NAMABLE = /^https?:\/\/[a-z0-9._-]+(?::\d+)?$/i;

/** Whether a page's security policy can name this origin: what it cannot, no browser asks for a map. */
export function isNamable(origin: string): boolean {
  return NAMABLE.test(origin);
}

function absoluteUrl(url: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url;
  // Decoding keeps the {z}/{x}/{y} of templates readable.
  return decodeURI(new URL(url, base).href);
}
