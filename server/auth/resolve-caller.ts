import "server-only";
import type { Database } from "@/db/client";
import type { ApiCaller } from "@/server/domain/access/api-caller";
import { resolveApiCaller } from "./resolve-api-caller";
import { resolveDriverToken } from "./resolve-driver-token";

/** Whoever shows this bearer: a driver, or a program; null for what opens nothing (any more). */
export async function resolveCaller(
  way: { readonly database: Database; readonly secret: string },
  bearer: string,
  now: Date,
): Promise<ApiCaller | null> {
  return (await resolveDriverToken(way, bearer, now)) ?? resolveApiCaller(way, bearer, now);
}
