import "server-only";
import type { MapStyleTheme, RemoteMapStyle } from "@/server/adapters/map-style/remote-map-style";
import { createOwnMap, type OwnMap, type OwnMapDocument } from "@/server/adapters/own-source/own-map";
import type { BaseMap } from "@/server/ports/base-map";
import type { Env } from "./env";
import { keepMade, keepRecent, type OwnSourceReader, sourceGuard } from "./own-source-reader";
import { unwatched, type WatchSource } from "./own-source-watch";

/** Where a page finds its map's background; what there is none of is undefined. */
export interface MapAddresses {
  readonly mapStyleUrl: string | undefined;
  readonly mapStyleDarkUrl: string | undefined;
  readonly pmtilesUrl: string | undefined;
}

/** The maps of organizations that have chosen one, and of all others the installation's. */
export interface OrganizationMaps {
  addressesOf(organizationId: string | null): Promise<MapAddresses>;
  /** Where its pages may fetch from. */
  originsOf(organizationId: string | null): Promise<readonly string[]>;
  /** What an organization has chosen itself, as its browsers are given it; null where that is nothing. */
  readOwn(organizationId: string, theme: MapStyleTheme): Promise<OwnMapDocument | null>;
  /** What lies under the small maps of its customers' pages. */
  groundOf(organizationId: string): Promise<BaseMap>;
}

export interface InstalledMap {
  readonly env: Env;
  readonly style: RemoteMapStyle | null;
  readonly basemapFile: string | null;
  /** Drawn from that file. */
  readonly ground: BaseMap;
}

const KEEP_MILLISECONDS = 5_000;
const NOTHING: MapAddresses = { mapStyleUrl: undefined, mapStyleDarkUrl: undefined, pmtilesUrl: undefined };

export function createOrganizationMaps(
  installed: InstalledMap,
  readChoice: OwnSourceReader,
  watch: WatchSource = unwatched,
): OrganizationMaps {
  const { env, style, basemapFile } = installed;
  const installedAddresses: MapAddresses = {
    mapStyleUrl: style ? "/basemap/style/light" : undefined,
    mapStyleDarkUrl: env.MAP_STYLE_DARK_URL ? "/basemap/style/dark" : undefined,
    pmtilesUrl: basemapFile ? "/basemap/tiles.pmtiles" : undefined,
  };
  const own = keepMade<"map", OwnMap>((source) =>
    createOwnMap(source.settings, {
      guard: sourceGuard(env),
      baseUrl: env.baseUrl,
      watch: watch(source),
      installed: installed.ground,
    }),
  );
  const chosenBy = async (organizationId: string | null) => {
    const choice = organizationId === null ? null : await readChoice(organizationId, "map");
    return choice && { ...choice, map: own(organizationId!, choice) };
  };
  // Customers' pages ask every ten seconds, each by itself.
  const groundOf = keepRecent(KEEP_MILLISECONDS, async (organizationId) => {
    const choice = await chosenBy(organizationId);
    return choice ? choice.map.ground : installed.ground;
  });
  return {
    groundOf,
    addressesOf: async (organizationId) => {
      const choice = await chosenBy(organizationId);
      if (!choice) return installedAddresses;
      const { settings, stamp } = choice;
      if (settings.kind === "none") return NOTHING;
      // Another one once it is saved anew: what a browser keeps is of the former.
      const at = (theme: MapStyleTheme) => `/basemap/own/${theme}?v=${encodeURIComponent(stamp)}`;
      return {
        ...NOTHING,
        mapStyleUrl: at("light"),
        mapStyleDarkUrl: settings.darkUrl === null ? undefined : at("dark"),
      };
    },
    originsOf: async (organizationId) => {
      const choice = await chosenBy(organizationId);
      return choice ? choice.map.origins() : (style?.origins() ?? []);
    },
    readOwn: async (organizationId, theme) => (await chosenBy(organizationId))?.map.read(theme) ?? null,
  };
}
