/** How a key is shown to a server whose own protocol knows none: as the gate before it expects it. */
export function bearerOf(key: string | null): Record<string, string> {
  return key === null ? {} : { authorization: `Bearer ${key}` };
}
