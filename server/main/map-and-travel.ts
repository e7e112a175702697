import "server-only";
import { access } from "node:fs/promises";
import path from "node:path";
import { listRoadNetworks } from "@/server/adapters/travel/road-network";
import { TRAVEL_PROFILES } from "@/server/domain/travel/travel-profile";
import type { BaseMapSetup, GeocoderSetup, MapAndTravel, RoadsSetup } from "@/server/ports/map-and-travel";
import type { Env } from "./env";

/** What of the installation is at work is told by those who made it. */
export interface Installed {
  readonly basemapFile: string | null;
  /** Whether the tiles could be opened. */
  readonly isBasemapOpen: boolean;
  /** Names of the roads asked, the most trusted first. */
  readonly roadSources: readonly string[];
  /** Null: no style is configured. */
  readonly readsStyle: (() => Promise<boolean>) | null;
}

const hostOf = (url: string): string => new URL(url.replaceAll("{profile}", "profile")).host;

/** How this installation finds maps, addresses and roads, for people to read: no keys, nothing but hosts of addresses. */
export function createMapAndTravel(env: Env, installed: Installed): MapAndTravel {
  return {
    read: async () => ({
      baseMap: await baseMapOf(env, installed),
      geocoders: geocodersOf(env),
      roads: await roadsOf(env, installed.roadSources),
    }),
  };
}

async function baseMapOf({ MAP_STYLE_URL, MAP_STYLE_DARK_URL }: Env, installed: Installed): Promise<BaseMapSetup> {
  const { basemapFile, isBasemapOpen, readsStyle } = installed;
  const style = MAP_STYLE_URL ?? MAP_STYLE_DARK_URL;
  if (style && readsStyle) return { kind: "style", name: hostOf(style), isReadable: await readsStyle() };
  if (!basemapFile) return { kind: "none", name: "", isReadable: true };
  const isThere = await access(basemapFile).then(
    () => true,
    () => false,
  );
  return { kind: "file", name: path.basename(basemapFile), isReadable: isThere && isBasemapOpen };
}

function geocodersOf(env: Env): GeocoderSetup[] {
  const { NOMINATIM_URL, PHOTON_URL, PELIAS_URL, GOOGLE_GEOCODING_KEY } = env;
  const online = [
    ["nominatim", NOMINATIM_URL],
    ["photon", PHOTON_URL],
    ["pelias", PELIAS_URL],
    ["google", GOOGLE_GEOCODING_KEY && "https://maps.googleapis.com"],
  ] as const;
  const asked = online.flatMap(([source, url]) => (url ? [{ source, host: hostOf(url) }] : []));
  return [{ source: "address-book", host: null }, ...asked];
}

/** Networks built since this process began are not asked yet, and not named. */
async function roadsOf(env: Env, names: readonly string[]): Promise<RoadsSetup[]> {
  const { VALHALLA_URL, OSRM_URL, OSRM_PROFILES, dataDir } = env;
  const servers: RoadsSetup[] = [];
  const asked = TRAVEL_PROFILES.filter((profile) => OSRM_PROFILES[profile] !== undefined);
  const rest = { builtAt: null, box: null, profiles: null };
  if (VALHALLA_URL) servers.push({ kind: "valhalla", name: "valhalla", host: hostOf(VALHALLA_URL), ...rest });
  if (OSRM_URL) servers.push({ kind: "osrm", name: "osrm", host: hostOf(OSRM_URL), ...rest, profiles: asked });
  const networks = (await listRoadNetworks(dataDir)).filter(({ name }) => names.includes(name));
  const built = networks.map(({ name, builtAt, box }) => ({
    kind: "network" as const,
    name,
    host: null,
    builtAt,
    box,
    profiles: null,
  }));
  return [...servers, ...built];
}
