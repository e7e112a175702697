import { createHash } from "node:crypto";
import { idFromHex24, idToHex24, isId } from "@/server/domain/ids";
import type { NoSuch } from "@/server/domain/refusal/desk-reasons";
import { noSuch } from "@/server/services/kernel/service-error";

const ID_DIGITS = 24;

/** A stored id as this API says it: 24 hexadecimal digits, whatever it is of. */
export function dress(id: string): string {
  return idToHex24(id);
}

/** The id meant by a text; one that is none is the id of nothing. */
export function idOf(what: NoSuch, text: string): string {
  const id = idFromHex24(text);
  if (id === undefined) throw noSuch(what);
  return id;
}

/** The name of a file, of a task and of whatever else devices named themselves: one way only. */
export function nameOf(id: string): string {
  return isId(id) ? dress(id) : createHash("sha256").update(id).digest("hex").slice(0, ID_DIGITS);
}
