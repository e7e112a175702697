import "server-only";
import { brandAccents, isReadable, mix } from "@/server/domain/brand/brand-color";

const NAME = /^brand-([0-9a-f]{6})\.css$/;
/** How much of a page's ground is in the tint of what stands out on it. */
const TINT = 0.86;

/** Where a brand's colours are read: named by the colour, so that browsers keep them for good. */
export function brandStylePath(color: string): string {
  return `/track/assets/brand-${color.slice(1)}.css`;
}

/** The style sheet of such a name; null where its colour could not be read on our pages. */
export function brandStyle(name: string): string | null {
  const [, hex] = NAME.exec(name) ?? [];
  const color = `#${hex}`;
  if (hex === undefined || !isReadable(color)) return null;
  const { light, dark } = brandAccents(color);
  const root = (accent: string, ground: string) => `:root{--accent:${accent};--tint:${mix(accent, ground, TINT)}}`;
  return `${root(light, "#fffefb")}\n@media (prefers-color-scheme:dark){${root(dark, "#181f1c")}}\n`;
}
