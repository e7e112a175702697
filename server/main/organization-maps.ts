import "server-only";
import type { MapStyleTheme, RemoteMapStyle } from "@/server/adapters/map-style/remote-map-style";
import { createOwnMap, type OwnMap, type OwnMapDocument } from "@/server/adapters/own-source/own-map";
import type { Env } from "./env";
import { keepMade, type OwnSourceReader, sourceGuard } from "./own-source-reader";

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
}

export interface InstalledMap {
  readonly env: Env;
  readonly style: RemoteMapStyle | null;
  readonly basemapFile: string | null;
}

const NOTHING: MapAddresses = { mapStyleUrl: undefined, mapStyleDarkUrl: undefined, pmtilesUrl: undefined };

export function createOrganizationMaps(installed: InstalledMap, readChoice: OwnSourceReader): OrganizationMaps {
  const { env, style, basemapFile } = installed;
  const installedAddresses: MapAddresses = {
    mapStyleUrl: style ? "/basemap/style/light" : undefined,
    mapStyleDarkUrl: env.MAP_STYLE_DARK_URL ? "/basemap/style/dark" : undefined,
    pmtilesUrl: basemapFile ? "/basemap/tiles.pmtiles" : undefined,
  };
  const own = keepMade<"map", OwnMap>(({ settings }) =>
    createOwnMap(settings, { guard: sourceGuard(env), baseUrl: env.baseUrl }),
  );
  const chosenBy = async (organizationId: string | null) => {
    const choice = organizationId === null ? null : await readChoice(organizationId, "map");
    return choice && { ...choice, map: own(organizationId!, choice) };
  };
  return {
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
