import { createFetchJson, HttpFailure, type HttpGuard } from "@/server/adapters/http/fetch-json";
import { createGuardedFetch, GuardedFailure } from "@/server/adapters/http/guarded-request";
import { fetchMapStyle } from "@/server/adapters/map-style/remote-map-style";
import type { MapSource } from "@/server/domain/own-source/own-source";
import type { TriedMap } from "@/server/ports/source-trials";
import { originsOfTiles } from "./own-map";

interface MapAsking {
  readonly guard: HttpGuard;
  readonly userAgent: string;
  readonly maxRetries: number;
  readonly timeoutMs: number;
}

/** Asks for a map's styles, or for its tile of the whole world; null where there is no such tile. Throws what went wrong. */
export async function askOwnMap(source: MapSource, asking: MapAsking): Promise<TriedMap | null> {
  if (source.kind === "none") return { origins: [] };
  if (source.kind === "style") {
    const fetchJson = createFetchJson(asking);
    const urls = [source.url, ...(source.darkUrl === null ? [] : [source.darkUrl])];
    const styles = await Promise.all(urls.map((url) => fetchMapStyle(fetchJson, url)));
    return { origins: [...new Set(styles.flatMap(({ origins }) => origins))] };
  }
  const templates = [source.url, ...(source.darkUrl === null ? [] : [source.darkUrl])];
  for (const template of templates) {
    if (!(await hasTile(template, source.content, asking))) return null;
  }
  return { origins: originsOfTiles(source) };
}

async function hasTile(template: string, content: "raster" | "vector", asking: MapAsking): Promise<boolean> {
  const ask = createGuardedFetch({ ...asking.guard, timeoutMs: asking.timeoutMs });
  const url = template.replace(/\{[zxy]\}/g, "0");
  const headers = { "user-agent": asking.userAgent, accept: content === "raster" ? "image/*" : "*/*" };
  const answer = await ask({ url, method: "GET", headers }).catch((error: unknown) => {
    throw error instanceof GuardedFailure ? new HttpFailure(error.message, false, { kind: error.kind }) : error;
  });
  const { status, headers: said } = answer;
  // Nothing there: tiles of one country begin further in.
  if (status === 404 || status === 204) return false;
  if (status !== 200) {
    const retryable = status === 429 || status >= 500;
    throw new HttpFailure(`answered ${status}`, retryable, { answer: { status, text: "" } });
  }
  const type = said["content-type"] ?? "";
  const isPicture = type.startsWith("image/");
  if (isPicture !== (content === "raster") || type.startsWith("text/")) throw new Error(`answered ${type}`);
  return true;
}
