import "server-only";
import {
  isMapStyle,
  type MapStyleDocument,
  originsIn,
  tileJsonUrls,
  withAbsoluteUrls,
} from "@/server/domain/map-style";
import { createFetchJson } from "../http/fetch-json";

export type MapStyleTheme = "light" | "dark";

/** The map styles of this installation, asked for by the server so that browsers meet no refusal and no foreign rule. */
export interface RemoteMapStyle {
  /** The style with full addresses; null while its server does not answer with one. */
  read(theme: MapStyleTheme): Promise<MapStyleDocument | null>;
  /** What the styles read so far have browsers reach, for the pages' security policy. */
  origins(): readonly string[];
}

const KEEP_MILLISECONDS = 5 * 60_000;
const TIMEOUT_MILLISECONDS = 5_000;

/** Reads styles by address. An answer is kept five minutes, and for longer when the server has gone since. */
export function createRemoteMapStyle(
  urls: Readonly<Record<MapStyleTheme, string>>,
  nowMs: () => number = () => performance.now(),
): RemoteMapStyle {
  const fetchJson = createFetchJson({ userAgent: "Dray", timeoutMs: TIMEOUT_MILLISECONDS, maxRetries: 0 });
  const known = new Map<string, { style: MapStyleDocument; atMs: number }>();
  const underWay = new Map<string, Promise<MapStyleDocument | null>>();
  const origins = new Set(Object.values(urls).map((url) => new URL(url).origin));

  async function fetchStyle(url: string): Promise<MapStyleDocument | null> {
    try {
      const answer = await fetchJson(new URL(url), {});
      if (!isMapStyle(answer)) return null;
      const style = withAbsoluteUrls(answer, url);
      for (const origin of originsIn(style)) origins.add(origin);
      // A description that does not answer is the browser's to report: it may be back by then.
      const descriptions = tileJsonUrls(style).map((each) => fetchJson(new URL(each), {}).catch(() => null));
      for (const origin of originsIn(await Promise.all(descriptions))) origins.add(origin);
      known.set(url, { style, atMs: nowMs() });
      return style;
    } catch {
      return null;
    }
  }

  return {
    async read(theme) {
      const url = urls[theme];
      const kept = known.get(url);
      if (kept && nowMs() - kept.atMs < KEEP_MILLISECONDS) return kept.style;
      const asked = underWay.get(url) ?? fetchStyle(url).finally(() => underWay.delete(url));
      underWay.set(url, asked);
      return (await asked) ?? kept?.style ?? null;
    },
    origins: () => [...origins],
  };
}
