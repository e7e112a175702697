import { z } from "zod";

/** A logo as it is kept: encoded anew, with nothing of its file but the picture. */
export const logoSchema = z.object({
  sha256: z.string(),
  bytes: z.int(),
  widthPixels: z.int(),
  heightPixels: z.int(),
  /** What its files are called, used by no other; absent: by their hash, and there is no PNG. */
  file: z.string().optional(),
});
export type Logo = Readonly<z.output<typeof logoSchema>>;

/** What a logo may come as, and how large. */
export const LOGO_CONTENT_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
export const MAX_LOGO_BYTES = 3_000_000;

/** What it can be read as: pages take WebP, mail programs that are old do not. */
export const LOGO_FORMATS = ["webp", "png"] as const;
export type LogoFormat = (typeof LOGO_FORMATS)[number];

/** Where a logo can be read by anybody who has its name. */
export function logoPath(token: string, format: LogoFormat = "webp"): string {
  return format === "webp" ? `/track/logo/${token}` : `/track/logo/${token}.${format}`;
}

/** How large a logo is drawn where there is room for so much, in whole pixels; none is made larger. */
export function logoSize(
  { widthPixels, heightPixels }: Pick<Logo, "widthPixels" | "heightPixels">,
  room: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, room.width / widthPixels, room.height / heightPixels);
  return { width: Math.max(1, Math.round(widthPixels * scale)), height: Math.max(1, Math.round(heightPixels * scale)) };
}
