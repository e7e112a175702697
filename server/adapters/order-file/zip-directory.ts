import { refuseFile } from "./order-file-refusal";

export interface ZipEntry {
  readonly path: string;
  readonly compressedBytes: number;
  readonly unpackedBytes: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const ZIP64_MARK = 0xffffffff;
const MAX_ENTRIES = 10_000;

/** The entries that a zip archive's central directory declares, without unpacking any. Refuses a broken directory. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = end < 0 ? 0 : view.getUint16(end + 10, true);
  if (count === 0 || count > MAX_ENTRIES) return corrupt();
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) return corrupt();
    const nameBytes = view.getUint16(at + 28, true);
    const compressedBytes = view.getUint32(at + 20, true);
    const unpackedBytes = view.getUint32(at + 24, true);
    const offset = view.getUint32(at + 42, true);
    if (compressedBytes === ZIP64_MARK || unpackedBytes === ZIP64_MARK || offset === ZIP64_MARK) return corrupt();
    const path = decoder.decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    entries.push({ path, compressedBytes, unpackedBytes, method: view.getUint16(at + 10, true), offset });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** An entry's packed bytes. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL_SIGNATURE) return corrupt();
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + entry.compressedBytes > bytes.length) return corrupt();
  return bytes.subarray(start, start + entry.compressedBytes);
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MAX_COMMENT_BYTES); at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return -1;
}

function corrupt(): never {
  return refuseFile(
    { reason: "corrupt_workbook" },
    "This workbook is damaged or incomplete. Open it in a spreadsheet program and save it again.",
  );
}
