import { describe, expect, test } from "vitest";
import { HUE_COUNT, LINE_STYLE_COUNT } from "@/server/domain/plan/route-look";
import { ALERT_COLOR, contrastRatio, inkOn, LAND_COLOR, LINE_STYLES, type MapTheme, ROUTE_HUES } from "./route-palette";
import { ciede2000, labOf, linearRgb } from "./testing/ciede2000";
import { COLOR_VISIONS, seenAs } from "./testing/color-vision";

const THEMES: MapTheme[] = ["light", "dark"];

function closestPair(colors: readonly string[]) {
  let closest = { distance: Infinity, pair: "" };
  for (const [vision, matrix] of Object.entries(COLOR_VISIONS)) {
    const labs = colors.map((hex) => labOf(seenAs(linearRgb(hex), matrix)));
    for (let i = 0; i < labs.length; i++) {
      for (let j = 0; j < i; j++) {
        const distance = ciede2000(labs[i]!, labs[j]!);
        if (distance < closest.distance) closest = { distance, pair: `${colors[j]} ${colors[i]} ${vision}` };
      }
    }
  }
  return closest;
}

describe.each(THEMES)("the %s palette", (theme) => {
  test("keeps hues and alert at least ΔE00 12 apart in every colour vision", () => {
    const closest = closestPair([...ROUTE_HUES[theme], ALERT_COLOR[theme]]);
    expect(closest.distance, closest.pair).toBeGreaterThanOrEqual(12);
  });

  test("stands off the basemap by at least 3:1", () => {
    for (const hex of [...ROUTE_HUES[theme], ALERT_COLOR[theme]]) {
      expect(contrastRatio(hex, LAND_COLOR[theme]), hex).toBeGreaterThanOrEqual(3);
    }
  });

  test("carries legible numbers", () => {
    for (const hex of ROUTE_HUES[theme]) expect(contrastRatio(hex, inkOn(hex)), hex).toBeGreaterThanOrEqual(4.5);
  });

  test("gives 40 looks with the line styles", () => {
    expect(new Set(ROUTE_HUES[theme]).size).toBe(HUE_COUNT);
    expect(LINE_STYLES).toHaveLength(LINE_STYLE_COUNT);
    expect(HUE_COUNT * LINE_STYLES.length).toBe(40);
  });
});

test("two colours a deutan cannot tell apart are found", () => {
  expect(closestPair(["#b35900", "#808000"]).distance).toBeLessThan(12);
});
