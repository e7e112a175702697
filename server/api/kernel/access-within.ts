import "server-only";
import type { ApiAccess } from "./dialect";

/** The same way in, for one API only: a key that was made for another one opens nothing here, and is given no token. */
export function accessWithin(dialect: string, access: ApiAccess): ApiAccess {
  const ours = <T extends { readonly dialect: string | null }>(known: T | null) =>
    known && (known.dialect === null || known.dialect === dialect) ? known : null;
  return {
    ...access,
    callerOf: async (token) => ours(await access.callerOf(token)),
    issueToken: async (secret, scopes) => ours(await access.issueToken(secret, scopes)),
  };
}
