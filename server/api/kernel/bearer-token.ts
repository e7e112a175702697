const BEARER = /^Bearer (\S{1,4000})$/i;

/** The token a request shows; undefined for none. */
export function bearerOf(headers: Headers): string | undefined {
  return BEARER.exec(headers.get("authorization") ?? "")?.[1];
}
