import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Language, Preferences } from "@/server/domain/preference/preferences";
import type { ProjectUnits } from "@/server/domain/project/project-units";
import { pageContainer } from "./container";
import { reachOf } from "./security-headers";

/** What is known of whoever asks for this page; preferences are null when nobody is signed in. */
export interface PageReader {
  readonly preferences: Preferences | null;
  readonly acceptLanguage: string | null;
  readonly country: string | null;
  readonly units: ProjectUnits;
  readonly language: Language | null;
}

/** The procedures as the person asking for this page, who is looked up once per request; null for nobody. */
export const pageCaller = cache(async () => pageContainer().caller(await headers()));

/** The reader of the page being rendered, looked up once per request. */
export const pageReader = cache(async (): Promise<PageReader> => {
  const acceptLanguage = (await headers()).get("accept-language");
  const caller = await pageCaller();
  if (!caller) return { preferences: null, acceptLanguage, country: null, units: "local", language: null };
  const own = await caller.preference.own().catch((error: { code?: string }) => {
    // A role of the house's own may be without: its people read as whoever has chosen nothing.
    if (error.code !== "FORBIDDEN") throw error;
    return { preferences: null, country: null, units: "local" as const, language: null };
  });
  return { ...own, acceptLanguage };
});

/** Where the reader's browser finds the map's background, looked up once per request. */
export const pageMap = cache(async () => pageContainer().map(await headers()));

/** The servers besides our own that the page being rendered may fetch from, by its own security policy. */
export const pageReach = cache(async () => reachOf((await headers()).get("content-security-policy") ?? ""));
