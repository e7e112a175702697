import { createFetchJson, HttpFailure, type HttpGuard } from "@/server/adapters/http/fetch-json";
import { createGuardedFetch, GuardedFailure, guardedUrl } from "@/server/adapters/http/guarded-request";
import { fetchMapStyle } from "@/server/adapters/map-style/remote-map-style";
import { isNamable } from "@/server/domain/map-style";
import type { MapSource } from "@/server/domain/own-source/own-source";
import type { TriedMap } from "@/server/ports/source-trials";
import { originsOfTiles } from "./own-map";
import { UnnamableServer } from "./source-fault";

interface MapAsking {
  readonly guard: HttpGuard;
  /** Sent with each request. */
  readonly headers: Readonly<Record<string, string>>;
  readonly userAgent: string;
  readonly maxRetries: number;
  readonly timeoutMs: number;
}

/** Asks for a map's styles, or for its tile of the whole world; null where there is no such tile. Throws what went wrong. */
export async function askOwnMap(source: MapSource, asking: MapAsking): Promise<TriedMap | null> {
  if (source.kind === "none") return { origins: [] };
  const addresses = [source.url, ...(source.darkUrl === null ? [] : [source.darkUrl])];
  // Before they are asked: one that is away can be kept by who insists. What may not be called says so itself.
  const open = addresses.map((each) => guardedUrl(firstOf(each), asking.guard.allowPrivate));
  refuseUnnamable(open.flatMap((reading) => (reading.ok ? [reading.url.origin] : [])));
  if (source.kind === "style") {
    const fetchJson = createFetchJson(asking);
    const styles = await Promise.all(addresses.map((url) => fetchMapStyle(fetchJson, url)));
    const origins = [...new Set(styles.flatMap((style) => style.origins))];
    refuseUnnamable(origins);
    return { origins };
  }
  for (const template of addresses) {
    if (!(await hasTile(template, source.content, asking))) return null;
  }
  return { origins: originsOfTiles(source) };
}

function refuseUnnamable(origins: readonly string[]): void {
  const unnamable = origins.find((origin) => !isNamable(origin));
  if (unnamable !== undefined) throw new UnnamableServer(new URL(unnamable).host);
}

/** The address of a template's tile of the whole world. */
const firstOf = (template: string) => template.replace(/\{[zxy]\}/g, "0");

async function hasTile(template: string, content: "raster" | "vector", asking: MapAsking): Promise<boolean> {
  const ask = createGuardedFetch({ ...asking.guard, timeoutMs: asking.timeoutMs });
  const url = firstOf(template);
  const headers = {
    ...asking.headers,
    "user-agent": asking.userAgent,
    accept: content === "raster" ? "image/*" : "*/*",
  };
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
