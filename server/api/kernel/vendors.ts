import { API_SCOPES, type ApiScope } from "@/server/domain/access/api-scopes";
import type { Vendors } from "@/server/services/migration/vendor";
import type { Dialect } from "./dialect";

/** What is managed here and by nobody's program. */
const NOT_GIVEN: readonly ApiScope[] = ["audit:read", "keys:manage"];

/** The dialects as systems from which somebody moves here. */
export function vendorsOf(dialects: readonly Dialect[]): Vendors {
  return new Map(
    dialects.map((dialect) => {
      const { name, title, basePath, credentialsOf, tryIt, readExport } = dialect;
      const vendor = { name, title, basePath, scopes: scopesOf(dialect), credentialsOf, tryIt };
      return [name, { ...vendor, ...(readExport && { readExport }) }] as const;
    }),
  );
}

/** What its endpoints ask for, and what they come to need behind that. */
function scopesOf({ endpoints, scopes = [] }: Dialect): readonly ApiScope[] {
  const asked = new Set([...scopes, ...endpoints.flatMap(({ scope }) => scope ?? [])]);
  return API_SCOPES.filter((scope) => asked.has(scope) && !NOT_GIVEN.includes(scope));
}
