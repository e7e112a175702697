import { expect, test } from "vitest";
import { geocoderSourceSchema, keepsKey, mapSourceSchema, travelSourceSchema, withoutQuery } from "./own-source";

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
  const whole = {
    ...tiles,
    url: "https://t.example/{z}/{x}/{y}.png?key=1",
    darkUrl: "https://d.example/{z}/{x}/{y}#k",
  };
  expect(withoutQuery(mapSourceSchema.parse(whole))).toMatchObject({
    url: "https://t.example/{z}/{x}/{y}.png",
    darkUrl: "https://d.example/{z}/{x}/{y}",
  });
});

test("a key stays with the kind and the address it was given for", () => {
  const photon = { kind: "photon", url: "https://a.example" } as const;
  expect(keepsKey(photon, { ...photon })).toBe(true);
  expect(keepsKey(photon, { ...photon, url: "https://b.example" })).toBe(false);
  expect(keepsKey(photon, { ...photon, kind: "pelias" })).toBe(false);
  expect(keepsKey({ kind: "google" }, { kind: "google" })).toBe(true);
});
