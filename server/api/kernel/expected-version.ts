import "server-only";
import { ApiRefusal } from "./api-refusal";

const TAG = /^\s*(?:W\/)?"?v?(\d{1,9})"?\s*$/;

/** A version as it is said in `ETag`. */
export const versionTag = (version: number): string => `"v${version}"`;

/** The version a request insists on (`If-Match`); undefined: whichever there is. What we never said matches nothing. */
export function expectedVersion(headers: Headers): number | undefined {
  const wanted = headers.get("if-match");
  if (wanted === null || wanted.trim() === "*") return undefined;
  const version = Number(TAG.exec(wanted)?.[1] ?? 0);
  if (version > 0) return version;
  throw new ApiRefusal("stale", "This If-Match is of no version of ours.", { if_match: wanted.slice(0, 100) });
}
