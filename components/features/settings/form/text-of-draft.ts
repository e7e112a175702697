/** A draft as text, to tell whether it was changed; a number that was half typed is not the same as none. */
export function textOfDraft(draft: unknown): string {
  return JSON.stringify(draft, (_key, value) => (typeof value === "number" && Number.isNaN(value) ? "?" : value));
}
