import { describe, expect, test } from "vitest";
import { isMapStyle, type MapStyleDocument, originsIn, tileJsonUrls, withAbsoluteUrls } from "./map-style";

const STYLE: MapStyleDocument = {
  version: 8,
  sources: {
    city: { type: "vector", url: "tiles.json" },
    ground: { type: "raster", tiles: ["/ground/{z}/{x}/{y}.png", "https://b.example/{z}/{x}/{y}.png"] },
    archive: { type: "vector", url: "pmtiles://https://files.example/town.pmtiles" },
  },
  glyphs: "fonts/{fontstack}/{range}.pbf",
  sprite: [{ id: "default", url: "sprites/day" }],
  layers: [],
};
const BASE = "https://maps.example/styles/day.json?key=1";

test("what is named relative to a style gets its full address, templates intact", () => {
  const style = withAbsoluteUrls(STYLE, BASE);
  expect(style.sources.city).toMatchObject({ url: "https://maps.example/styles/tiles.json" });
  expect(style.sources.ground).toMatchObject({
    tiles: ["https://maps.example/ground/{z}/{x}/{y}.png", "https://b.example/{z}/{x}/{y}.png"],
  });
  expect(style.glyphs).toBe("https://maps.example/styles/fonts/{fontstack}/{range}.pbf");
  expect(style.sprite).toEqual([{ id: "default", url: "https://maps.example/styles/sprites/day" }]);
});

test("every origin a browser will ask is found, that of an archive too", () => {
  const style = withAbsoluteUrls(STYLE, BASE);
  expect([...originsIn(style)].sort()).toEqual(["https://b.example", "https://files.example", "https://maps.example"]);
  expect(tileJsonUrls(style)).toEqual(["https://maps.example/styles/tiles.json"]);
});

describe("isMapStyle", () => {
  test.each([null, "<!doctype html>", [], { version: 7, layers: [], sources: {} }, { version: 8 }])(
    "refuses %j",
    (value) => expect(isMapStyle(value)).toBe(false),
  );
  test("takes a style", () => expect(isMapStyle(STYLE)).toBe(true));
});
