import "server-only";
import {
  isMapStyle,
  type MapStyleDocument,
  originsIn,
  tileJsonUrls,
  withAbsoluteUrls,
} from "@/server/domain/map-style";
import { createFetchJson, type FetchJson, type HttpGuard } from "../http/fetch-json";

export type MapStyleTheme = "light" | "dark";

/** The map styles of this installation, asked for by the server so that browsers meet no refusal and no foreign rule. */
export interface RemoteMapStyle {
  /** The style with full addresses; null while its server does not answer with one. */
  read(theme: MapStyleTheme): Promise<MapStyleDocument | null>;
  /** What the styles as they were last read have browsers reach, for the pages' security policy; of a theme, or of both. */
  origins(theme?: MapStyleTheme): readonly string[];
}

const KEEP_MILLISECONDS = 5 * 60_000;
const TIMEOUT_MILLISECONDS = 5_000;
/** Nobody's style has as many, and whoever names them is asked for them by us. */
const MOST_DESCRIPTIONS = 20;

export interface RemoteMapStyleOptions {
  /** For styles that others than the installation's keeper have named. */
  readonly guard?: HttpGuard;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Told how asking for a style went; null: well. */
  readonly onAsked?: (error: unknown) => void;
  readonly nowMs?: () => number;
}

/** Reads styles by address. An answer is kept five minutes, and for longer when the server has gone since. */
export function createRemoteMapStyle(
  urls: Readonly<Record<MapStyleTheme, string>>,
  { guard, headers, onAsked, nowMs = () => performance.now() }: RemoteMapStyleOptions = {},
): RemoteMapStyle {
  const fetchJson = createFetchJson({
    userAgent: "Dray",
    timeoutMs: TIMEOUT_MILLISECONDS,
    maxRetries: 0,
    headers,
    guard,
  });
  const known = new Map<string, { style: MapStyleDocument; origins: readonly string[]; atMs: number }>();
  const underWay = new Map<string, Promise<MapStyleDocument | null>>();

  async function fetchStyle(url: string): Promise<MapStyleDocument | null> {
    try {
      const fetched = await fetchMapStyle(fetchJson, url);
      known.set(url, { ...fetched, atMs: nowMs() });
      onAsked?.(null);
      return fetched.style;
    } catch (error) {
      onAsked?.(error);
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
    origins: (theme) => {
      const wanted = theme ? [urls[theme]] : Object.values(urls);
      const own = wanted.map((url) => new URL(url).origin);
      return [...new Set([...own, ...wanted.flatMap((url) => known.get(url)?.origins ?? [])])];
    },
  };
}

/** A style with full addresses, and the origins it has browsers reach. Throws where there is none. */
export async function fetchMapStyle(fetchJson: FetchJson, url: string) {
  const answer = await fetchJson(new URL(url), {});
  if (!isMapStyle(answer)) throw new Error("no map style");
  const style = withAbsoluteUrls(answer, url);
  // A description that does not answer is the browser's to report: it may be back by then.
  const named = tileJsonUrls(style).slice(0, MOST_DESCRIPTIONS);
  const descriptions = named.map((each) => fetchJson(new URL(each), {}).catch(() => null));
  const origins = new Set([new URL(url).origin, ...originsIn(style), ...originsIn(await Promise.all(descriptions))]);
  return { style, origins: [...origins] };
}
