import { expect, test } from "vitest";
import { ALTERNATIVE_LOOKS, laneOf } from "./alternative-look";
import { alternativeFeatures } from "./alternatives-layer";
import { ALERT_COLOR, lineStyle, type MapTheme, routeHue } from "./route-palette";
import { ciede2000, labOf, linearRgb } from "./testing/ciede2000";
import { COLOR_VISIONS, seenAs } from "./testing/color-vision";

test.each<MapTheme>(["light", "dark"])("plans laid over each other differ in hue for every eye, %s", (theme) => {
  const colors = [...ALTERNATIVE_LOOKS.map(({ hueIndex }) => routeHue(theme, hueIndex)), ALERT_COLOR[theme]];
  for (const [vision, matrix] of Object.entries(COLOR_VISIONS)) {
    const labs = colors.map((hex) => labOf(seenAs(linearRgb(hex), matrix)));
    labs.forEach((lab, index) => {
      for (const [other, before] of labs.slice(0, index).entries()) {
        expect(ciede2000(lab, before), `${colors[index]} ${colors[other]} ${vision}`).toBeGreaterThanOrEqual(14);
      }
    });
  }
});

test("and without hue still in line style and letter", () => {
  const count = ALTERNATIVE_LOOKS.length;
  expect(new Set(ALTERNATIVE_LOOKS.map(({ styleIndex }) => lineStyle(styleIndex))).size).toBe(count);
  expect(ALTERNATIVE_LOOKS.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D"]);
});

test("plans on one road lie beside each other, around it", () => {
  expect([0, 1, 2].map((position) => laneOf(position, 3))).toEqual([-1, 0, 1]);
  const line = [
    [2.1, 41.3],
    [2.2, 41.4],
  ] as const;
  const routes = [{ routeId: "r-7", number: "7", coordinates: line }];
  const { features } = alternativeFeatures([
    { lookIndex: 0, routes },
    { lookIndex: 2, routes },
  ]);
  expect(features.map(({ properties }) => [properties?.number, properties?.route, properties?.lane])).toEqual([
    ["A7", "r-7", -0.5],
    ["C7", "r-7", 0.5],
  ]);
  expect(features[1]?.properties?.style).toBe("dot");
});
