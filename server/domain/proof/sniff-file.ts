import { sniffImage } from "./sniff-image";

/** First bytes by which files that are no picture of ours give themselves away. */
const SIGNATURES: readonly (readonly [type: string, at: number, ...bytes: readonly number[]])[] = [
  ["application/pdf", 0, 0x25, 0x50, 0x44, 0x46, 0x2d],
  ["application/zip", 0, 0x50, 0x4b, 0x03, 0x04],
  ["application/gzip", 0, 0x1f, 0x8b],
  ["image/gif", 0, 0x47, 0x49, 0x46, 0x38],
  ["image/bmp", 0, 0x42, 0x4d],
  ["application/x-msdownload", 0, 0x4d, 0x5a],
  ["application/x-elf", 0, 0x7f, 0x45, 0x4c, 0x46],
  ["video/mp4", 4, 0x66, 0x74, 0x79, 0x70],
];
const MARKUP = /^\uFEFF?\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe|img)/i;
const LOOKED_AT_BYTES = 256;

/** What a file is by its first bytes, whatever it was announced as; undefined for anything that gives no sign. */
export function sniffFile(bytes: Uint8Array): string | undefined {
  const image = sniffImage(bytes);
  if (image) return image;
  const known = SIGNATURES.find(([, at, ...signs]) => signs.every((byte, index) => bytes[at + index] === byte));
  if (known) return known[0];
  return MARKUP.test(new TextDecoder().decode(bytes.slice(0, LOOKED_AT_BYTES))) ? "text/html" : undefined;
}
