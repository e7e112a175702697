import { join } from "node:path";

/** A name that is one folder or file on every file system, and never one of ours in the making. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;
const MAX_KEY_LENGTH = 800;

/** Where a blob's file lies. Throws on a key that is no path of plain names. */
export function blobPath(folder: string, key: string): string {
  const segments = key.split("/");
  if (key.length > MAX_KEY_LENGTH || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new Error(`Not a blob key: ${JSON.stringify(key.slice(0, 80))}`);
  }
  return join(folder, ...segments);
}
