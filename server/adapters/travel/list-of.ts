/** A list of just so many entries, as a foreign answer should hold. Throws an Error when it does not. */
export function listOf<T>(value: unknown, length: number): readonly T[] {
  if (Array.isArray(value) && value.length === length) return value as T[];
  throw new Error(`${length} entries expected, ${Array.isArray(value) ? value.length : "none"} found`);
}
