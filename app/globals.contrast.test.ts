import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");

type Theme = "light" | "dark";
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1]!,
    { light: match[2]!, dark: match[3]! } satisfies Record<Theme, string>,
  ]),
);

/** WCAG 2 relative luminance of an sRGB hex colour. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(theme: Theme, foreground: string, background: string): number {
  const values = [foreground, background].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`no token --${name} in globals.css`);
    return luminance(token[theme]);
  });
  return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
}

const plainGrounds = ["canvas", "surface", "surface-raised", "surface-sunken", "hover", "selected"];
const tones = ["accent", "alert", "ok", "warn", "info"];

const textPairs: [string, string][] = [
  ...plainGrounds.flatMap((ground): [string, string][] => [
    ["ink", ground],
    ["ink-muted", ground],
  ]),
  ["ink", "pressed"],
  ...tones.flatMap((tone): [string, string][] => [
    [tone, "surface"],
    [tone, "surface-raised"],
    [tone, "canvas"],
    [tone, "hover"],
    [tone, `${tone}-soft`],
    ["ink", `${tone}-soft`],
  ]),
  ["accent-ink", "accent"],
  ["accent-ink", "accent-hover"],
  ["alert-ink", "alert"],
  ["alert-ink", "alert-hover"],
  ["ink-inverse", "inverse"],
];

const uiPairs: [string, string][] = [
  ...["canvas", "surface", "surface-raised"].map((ground): [string, string] => ["line-control", ground]),
  ...plainGrounds.map((ground): [string, string] => ["focus", ground]),
];

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  it.each(textPairs)("text %s on %s is at least 4.5:1", (foreground, background) => {
    expect(contrast(theme, foreground, background)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(uiPairs)("control %s on %s is at least 3:1", (foreground, background) => {
    expect(contrast(theme, foreground, background)).toBeGreaterThanOrEqual(3);
  });
});

it("keeps the alert colour the map palettes are measured against", () => {
  expect(tokens.get("alert")).toEqual({ light: "#c8102e", dark: "#ff5c5c" });
});
