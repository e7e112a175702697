const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const START_OF_SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const ORIENTATION = 0x0112;

/**
 * The picture with what the camera wrote into the original's file (Exif: when and where), which drawing it anew has lost.
 * It says that it lies upright, as it does now. An original without such notes, or no JPEG, leaves the picture as it is.
 */
export function withCameraNotes(picture: ArrayBuffer, original: ArrayBuffer): ArrayBuffer {
  const notes = exifSegment(new Uint8Array(original));
  if (!notes) return picture;
  sayUpright(notes);
  const bytes = new Uint8Array(picture);
  const [first] = segments(bytes);
  const place = first?.marker === APP0 ? first.end : 2;
  const joined = new Uint8Array(bytes.length + notes.length);
  joined.set(bytes.subarray(0, place));
  joined.set(notes, place);
  joined.set(bytes.subarray(place), place + notes.length);
  return joined.buffer;
}

/** A copy of the segment with its marker. */
function exifSegment(bytes: Uint8Array): Uint8Array | null {
  for (const { marker, start, end } of segments(bytes)) {
    if (marker === APP1 && EXIF.every((byte, index) => bytes[start + 4 + index] === byte)) {
      return bytes.slice(start, end);
    }
  }
  return null;
}

/** The segments before the picture itself; none where this is no JPEG, and no more where one is cut off. */
function* segments(bytes: Uint8Array): Generator<{ marker: number; start: number; end: number }> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return;
  let start = 2;
  while (start + 4 <= bytes.length && bytes[start] === 0xff) {
    const marker = bytes[start + 1]!;
    const end = start + 2 + ((bytes[start + 2]! << 8) | bytes[start + 3]!);
    if (marker === START_OF_SCAN || end > bytes.length || end < start + 4) return;
    yield { marker, start, end };
    start = end;
  }
}

/** The pixels are turned already; whoever turned them again would lay the picture on its side. */
function sayUpright(segment: Uint8Array): void {
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  if (tiff.byteLength < 8) return;
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  if (directory + 2 > tiff.byteLength) return;
  const count = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + 12 * index;
    if (entry + 12 > tiff.byteLength) return;
    if (tiff.getUint16(entry, isLittle) === ORIENTATION) tiff.setUint16(entry + 8, 1, isLittle);
  }
}
