import type { ProofContentType } from "./proof";

/** What a file is by its first bytes, whatever its name says; undefined for anything that is no picture we take. */
export function sniffImage(bytes: Uint8Array): ProofContentType | undefined {
  const has = (at: number, ...expected: readonly number[]) =>
    expected.every((byte, index) => bytes[at + index] === byte);
  if (has(0, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (has(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  // "RIFF" … "WEBP"
  if (has(0, 0x52, 0x49, 0x46, 0x46) && has(8, 0x57, 0x45, 0x42, 0x50)) return "image/webp";
  return undefined;
}
