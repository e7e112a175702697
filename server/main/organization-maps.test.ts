import { expect, test } from "vitest";
import { noBaseMap } from "@/server/adapters/base-map/no-base-map";
import type { MapSource } from "@/server/domain/own-source/own-source";
import { partnerServer } from "@/server/testing/partner-server";
import { readEnv } from "./env";
import { createOrganizationMaps } from "./organization-maps";
import type { OwnSourceReader } from "./own-source-reader";
import { contentSecurityPolicy, reachOf } from "./security-headers";

const installedStyle = { read: async () => null, origins: () => ["https://installed.example"] };

/** Maps of organizations that have chosen these. */
function mapsOf(chosen: Readonly<Record<string, MapSource>>) {
  const readChoice = (async (organizationId: string) => {
    const settings = chosen[organizationId];
    return settings ? { settings, key: null, stamp: `${organizationId} 1` } : null;
  }) as unknown as OwnSourceReader;
  const env = readEnv({ DRAY_PRIVATE_ADDRESSES: "yes" });
  return createOrganizationMaps(
    { env, style: installedStyle, basemapFile: "/data/town.pmtiles", ground: noBaseMap },
    readChoice,
  );
}

const raster: MapSource = {
  kind: "tiles",
  content: "raster",
  url: "https://tiles.example/{z}/{x}/{y}.png?key=pub",
  darkUrl: "https://dark.example:8443/{z}/{x}/{y}.png",
  attribution: "© <b>Map</b>",
  maxZoom: 18,
};

test("each organization's pages reach its own map's servers alone, whoever has none the installation's", async () => {
  const maps = mapsOf({ mine: raster, bare: { kind: "none" } });
  expect(await maps.originsOf("mine")).toEqual(["https://tiles.example", "https://dark.example:8443"]);
  expect(await maps.originsOf("bare")).toEqual([]);
  expect(await maps.originsOf("other")).toEqual(["https://installed.example"]);
  expect(await maps.originsOf(null)).toEqual(["https://installed.example"]);
  expect(await maps.addressesOf("mine")).toEqual({
    mapStyleUrl: "/basemap/own/light?v=mine%201",
    mapStyleDarkUrl: "/basemap/own/dark?v=mine%201",
    pmtilesUrl: undefined,
  });
  expect(await maps.addressesOf("bare")).toEqual({});
  expect(await maps.addressesOf("other")).toMatchObject({ pmtilesUrl: "/basemap/tiles.pmtiles" });
  expect(await maps.readOwn("other", "light")).toBeNull();
  const style = await maps.readOwn("mine", "dark");
  const tiles = ["https://dark.example:8443/{z}/{x}/{y}.png"];
  const source = { type: "raster", tiles, maxzoom: 18, attribution: "© &lt;b>Map&lt;/b>" };
  expect(style).toMatchObject({ document: { version: 8, sources: { tiles: source } } });
  expect(style?.origins).toEqual(["https://tiles.example", "https://dark.example:8443"]);
});

test("a style's servers are known with the first page; what is no plain origin opens nothing", async () => {
  const server = await partnerServer(() => ({
    body: {
      version: 8,
      sources: {
        good: { type: "vector", tiles: ["https://vector.example/{z}/{x}/{y}.pbf"] },
        all: { type: "raster", tiles: ["https://*/{z}/{x}/{y}.png"] },
        six: { type: "raster", tiles: ["https://[2001:db8::1]/{z}/{x}/{y}.png"] },
        under: { type: "raster", tiles: ["https://map_tiles.example/{z}/{x}/{y}.png"] },
        next: { type: "raster", tiles: ["https://a;script-src/{z}/{x}/{y}.png"] },
      },
      layers: [],
    },
  }));
  const maps = mapsOf({ mine: { kind: "style", url: `${server.url}/style.json`, darkUrl: null } });
  const policy = contentSecurityPolicy("n", await maps.originsOf("mine"), false);
  expect(policy).toContain(`connect-src 'self' ${server.url} https://vector.example https://map_tiles.example;`);
  expect(policy).not.toMatch(/\*|a;script-src|\[/);
  // What a style is said to need is what its page's policy names: a page that lacks nothing is not loaded anew.
  const read = await maps.readOwn("mine", "light");
  expect(read?.origins).toEqual(reachOf(policy));
  expect(server.asked[0]?.headers.referer).toBe("http://localhost:3000/");
});

test("pages do not wait again for a style that has just failed", async () => {
  const server = await partnerServer(() => ({ status: 503 }));
  const maps = mapsOf({ mine: { kind: "style", url: `${server.url}/style.json`, darkUrl: null } });
  for (let page = 0; page < 3; page++) expect(await maps.originsOf("mine")).toEqual([server.url]);
  expect(server.asked).toHaveLength(1);
});
