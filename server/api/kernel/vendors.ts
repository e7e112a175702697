import { API_SCOPES, type ApiScope } from "@/server/domain/access/api-scopes";
import type { Vendors } from "@/server/services/migration/vendor";
import type { Dialect } from "./dialect";

/** What is managed here and by nobody's program, unless somebody says so. */
const NOT_GIVEN: readonly ApiScope[] = ["audit:read", "keys:manage"];

/** The dialects as APIs whose programs are let in, and as systems from which somebody moves here. */
export function vendorsOf(dialects: readonly Dialect[]): Vendors {
  return new Map(
    dialects.map((dialect) => {
      const { name, title, basePath, keyForms, endpoints, credentialsOf, tryIt, readExport } = dialect;
      const possibleScopes = scopesOf(dialect);
      const scopes = possibleScopes.filter((scope) => !NOT_GIVEN.includes(scope));
      const isForPartners = endpoints.some(({ credentials }) => credentials.includes("partner"));
      const hasSandbox = endpoints.some(({ isSandboxOnly }) => isSandboxOnly);
      const shown = { name, title, basePath, keyForms, scopes, possibleScopes, isForPartners, hasSandbox };
      return [name, { ...shown, credentialsOf, tryIt, ...(readExport && { readExport }) }] as const;
    }),
  );
}

/** What its endpoints ask for, and what they come to need behind that. */
function scopesOf({ endpoints, scopes = [] }: Dialect): readonly ApiScope[] {
  const asked = new Set([...scopes, ...endpoints.flatMap(({ scope }) => scope ?? [])]);
  return API_SCOPES.filter((scope) => asked.has(scope));
}
