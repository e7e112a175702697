/** A logo as it is kept: encoded anew, with nothing of its file but the picture. */
export interface Logo {
  readonly sha256: string;
  readonly bytes: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
}

/** What a logo may come as, and how large. */
export const LOGO_CONTENT_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
export const MAX_LOGO_BYTES = 3_000_000;

/** Where a logo can be read by anybody who has its name. */
export function logoPath(token: string): string {
  return `/track/logo/${token}`;
}
