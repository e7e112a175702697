import { z } from "zod";

type Rgb = readonly [red: number, green: number, blue: number];

/** The grounds of a customer's page on which a colour has to be read, by theme: page and card (`api/track/track-style`). */
const GROUNDS = { light: ["#f3f2ee", "#fffefb"], dark: ["#101513", "#181f1c"] } as const;
/** WCAG 2.2, 1.4.3: text of any size. */
export const LEAST_CONTRAST = 4.5;
const STEP = 0.04;

const HEX = /^#[0-9a-f]{6}$/;

/** `#rrggbb`, in small letters. */
export const hexColorSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(HEX, { message: "must be a colour such as #0f6b58" });

/** A colour in which a customer's page can be read; refused where it is too light for its ground. */
export const brandColorSchema = hexColorSchema.refine(isReadable, {
  message: `must stand out from a light page by at least ${LEAST_CONTRAST}:1`,
});

/** How much two colours (`#rrggbb`) stand out from each other, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrastRatio(one: string, other: string): number {
  const [light, dark] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast a colour has on a light page; what counts for taking it. */
export function contrastOnPage(color: string): number {
  return leastContrast(color, GROUNDS.light);
}

/** True for a colour that can be read on a light page. */
export function isReadable(color: string): boolean {
  return HEX.test(color) && contrastOnPage(color) >= LEAST_CONTRAST;
}

/** The colour as the page uses it: itself on a light ground, on a dark one made lighter until it can be read. */
export function brandAccents(color: string): { readonly light: string; readonly dark: string } {
  let dark = color;
  for (let share = 0; leastContrast(dark, GROUNDS.dark) < LEAST_CONTRAST && share < 1; share += STEP) {
    dark = mix(color, "#ffffff", share);
  }
  return { light: color, dark };
}

/** A share (0 to 1) of one colour put into another. */
export function mix(color: string, into: string, share: number): string {
  const [from, to] = [rgbOf(color), rgbOf(into)];
  const parts = from.map((part, at) => Math.round(part + (to[at]! - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function leastContrast(color: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrastRatio(color, ground)));
}

function rgbOf(color: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** Relative luminance, WCAG 2.2. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
