import { createHash } from "node:crypto";
import { isId } from "@/server/domain/ids";
import type { NoSuch } from "@/server/domain/refusal/desk-reasons";
import { noSuch } from "@/server/services/kernel/service-error";

/** What ids of each kind begin with; the rest is a UUID. */
const PREFIXES = {
  route: "rte",
  /** A stop on a route, which is a door of a delivery. */
  stop: "rst",
  /** An imported stop, which is a delivery. */
  delivery: "ist",
  driver: "drv",
  attachment: "att",
  task: "tsk",
  item: "itm",
  webhook: "sub",
} as const;
type IdKind = keyof typeof PREFIXES;

/** A stored id as this API says it (`rte-018f…`). */
export function dress(kind: IdKind, id: string): string {
  return `${PREFIXES[kind]}-${id}`;
}

/** Inverse of `dress`; undefined for anything this API never said of that kind. */
export function undress(kind: IdKind, text: string): string | undefined {
  const prefix = `${PREFIXES[kind]}-`;
  const id = text.startsWith(prefix) ? text.slice(prefix.length).toLowerCase() : "";
  return isId(id) ? id : undefined;
}

/** The id meant by a path; a text that is none is the id of nothing. */
export function idOf(kind: IdKind & NoSuch, text: string): string {
  const id = undress(kind, text);
  if (id === undefined) throw noSuch(kind);
  return id;
}

/** The id of a part of something that has none of its own: always the same for the same part. */
export function partId(kind: "task" | "item", ...of: readonly (string | number)[]): string {
  return dress(kind, uuidOf(of.join("/")));
}

/** A message's name as its receiver reads it. */
export const eventId = (name: string): string => `evt-${uuidOf(name)}`;

function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
