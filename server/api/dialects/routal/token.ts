/** The query parameter a key is shown in; nothing is read from headers. */
export const KEY_PARAM = "private_key";
/** What this vendor's keys begin with. */
const PREFIX = "api_key_";
const MOST_SIGNS = 4000;

/** One of our keys as this vendor's look. */
export function dressKey(secret: string): string {
  return PREFIX + secret;
}

/** The key a request shows, in either dress; undefined for none. */
export function tokenOf(request: Request): string | undefined {
  const shown = new URL(request.url).searchParams.get(KEY_PARAM) ?? "";
  const secret = shown.startsWith(PREFIX) ? shown.slice(PREFIX.length) : shown;
  return secret === "" || secret.length > MOST_SIGNS || /\s/.test(secret) ? undefined : secret;
}
