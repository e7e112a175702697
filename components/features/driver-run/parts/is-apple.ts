/** Whether a phone of this name knows Apple's map addresses instead of `geo:`. */
export function isApple(userAgent: string | null): boolean {
  return /iPhone|iPad|Macintosh/.test(userAgent ?? "");
}
