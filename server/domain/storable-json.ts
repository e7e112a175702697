const UNSTORABLE = /[\0\ud800-\udfff]/;
/** As JSON writes what may be unstorable: NUL, and surrogates beside their other half. */
const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/** True of JSON that may hold what cannot be stored; nearly always false, and quickly so. */
export function mayBeUnstorable(json: string): boolean {
  return SUSPECT.test(json);
}

/** A text as PostgreSQL can store it, which takes neither NUL nor half a surrogate pair: they are dropped, or replaced. */
export function storableText(text: string): string {
  return UNSTORABLE.test(text) ? text.replaceAll("\0", "").toWellFormed() : text;
}

/** The same for JSON, of texts and of names: what `JSON.parse` and `JSON.stringify` ask of each value. */
export function storableValue(_key: string, value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  if (!Object.keys(value).some((name) => UNSTORABLE.test(name))) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [storableText(name), each]));
}
