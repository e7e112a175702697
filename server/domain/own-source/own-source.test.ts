import { expect, test } from "vitest";
import {
  geocoderSourceSchema,
  keepsKey,
  mapSourceSchema,
  mayPass,
  travelSourceSchema,
  withServersOnly,
} from "./own-source";

const tiles = { kind: "tiles", content: "raster", darkUrl: null, attribution: "©", maxZoom: 19 } as const;

test.each(["", "geocode", "ftp://host.example", "javascript:alert(1)", "https://user:secret@host.example", "https://"])(
  "%j is the address of nothing",
  (url) => {
    expect(geocoderSourceSchema.safeParse({ kind: "photon", url }).success).toBe(false);
    expect(travelSourceSchema.safeParse({ kind: "osrm", url }).success).toBe(false);
    expect(mapSourceSchema.safeParse({ kind: "style", url, darkUrl: null }).success).toBe(false);
    expect(mapSourceSchema.safeParse({ ...tiles, url: `${url}/{z}/{x}/{y}.png` }).success).toBe(false);
  },
);

test("what is asked stands behind an address, so it may not hold a question; maps may, and tiles need their numbers' places", () => {
  const url = "https://host.example/a?key=1";
  expect(geocoderSourceSchema.safeParse({ kind: "photon", url }).success).toBe(false);
  expect(travelSourceSchema.safeParse({ kind: "osrm", url: "https://{profile}.example/way" }).success).toBe(true);
  expect(mapSourceSchema.safeParse({ kind: "style", url, darkUrl: null }).success).toBe(true);
  expect(mapSourceSchema.safeParse({ ...tiles, url }).success).toBe(false);
});

test.each([
  ["https://t.example:8443/SECRET/{z}/{x}/{y}.png?key=SECRET", "https://t.example:8443"],
  ["https://t.example?SECRET/{z}/{x}/{y}", "https://t.example"],
  ["https://t.example/{z}/{x}/{y}#SECRET", "https://t.example"],
])("of %s only the server is told: a key may stand anywhere behind it", (url, server) => {
  expect(withServersOnly({ ...tiles, url, darkUrl: url })).toMatchObject({ url: server, darkUrl: server });
  expect(withServersOnly({ kind: "style", url, darkUrl: null })).toMatchObject({ url: server, darkUrl: null });
});

test("servers are told whatever way their addresses are written", () => {
  for (const url of ["https:/t.example/SECRET", "https:t.example/SECRET", "https:\\\\t.example\\SECRET"]) {
    const source = { kind: "style", url, darkUrl: null } as const;
    expect(JSON.stringify(withServersOnly(source)), url).not.toContain("SECRET");
  }
  const profiles = { bike: "cycling" };
  const roads = { kind: "osrm", url: "https://{profile}.example/SECRET", profiles } as const;
  expect(withServersOnly(roads)).toEqual({ kind: "osrm", url: "https://{profile}.example", profiles });
});

test("a wrong key is insisted upon for a map alone, whose parts browsers ask for", () => {
  expect((["geocoder", "travel", "map"] as const).filter((part) => mayPass(part, "key"))).toEqual(["map"]);
  expect(mayPass("map", "unnamable")).toBe(false);
});

test("a key stays with the kind and the address it was given for", () => {
  const photon = { kind: "photon", url: "https://a.example" } as const;
  expect(keepsKey(photon, { ...photon })).toBe(true);
  expect(keepsKey(photon, { ...photon, url: "https://b.example" })).toBe(false);
  expect(keepsKey(photon, { ...photon, kind: "pelias" })).toBe(false);
  expect(keepsKey({ kind: "google" }, { kind: "google" })).toBe(true);
});
