import { idFromHex24, idToHex24 } from "@/server/domain/ids";
import type { NoSuch } from "@/server/domain/refusal/desk-reasons";
import { noSuch } from "@/server/services/kernel/service-error";

/** What ids of each kind begin with; the rest is the id itself, in 24 hexadecimal digits. */
const PREFIXES = {
  delivery: "dlv",
  driver: "drv",
  vehicle: "veh",
  partner: "ptn",
  route: "route",
  assignment: "asg",
  stop: "stp",
  job: "job",
  exception: "exc",
  reservation: "rsv",
  credential: "cred",
  /** A POD, which is its stop's. */
  proof: "pod",
  upload: "ast",
  document: "doc",
  manifest: "mft",
  webhook: "whk",
  "API key": "key",
  role: "rol",
} as const;
export type IdKind = keyof typeof PREFIXES;

/** A stored id as this API says it (`dlv_018f…`). */
export function dress(kind: IdKind, id: string): string {
  return `${PREFIXES[kind]}_${idToHex24(id)}`;
}

/** Inverse of `dress`; undefined for anything this API never said of that kind. */
export function undress(kind: IdKind, text: string): string | undefined {
  const prefix = `${PREFIXES[kind]}_`;
  return text.startsWith(prefix) ? idFromHex24(text.slice(prefix.length)) : undefined;
}

/** The id meant by a path; a text that is none is the id of nothing. */
export function idOf(kind: IdKind & NoSuch, text: string): string {
  const id = undress(kind, text);
  if (id === undefined) throw noSuch(kind);
  return id;
}
