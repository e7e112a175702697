import type { RouterOutput } from "@/components/lib/router-types";
import {
  geocoderSourceSchema,
  keepsKey,
  mapSourceSchema,
  type OwnSource,
  travelSourceSchema,
} from "@/server/domain/own-source/own-source";

export type Setup = RouterOutput["mapAndTravel"]["setup"];
export type Chosen = NonNullable<Setup["own"][keyof Setup["own"]]>;

/** What the installation has. */
export const INSTALLATION = "installation";

/** A source while it is edited; fields its kind has no use for keep what was typed. */
export interface SourceDraft {
  readonly kind: string;
  readonly url: string;
  readonly darkUrl: string;
  readonly content: "raster" | "vector";
  readonly attribution: string;
  readonly maxZoom: string;
  /** Empty: as it is kept. */
  readonly key: string;
  readonly forgetsKey: boolean;
}

const SCHEMAS = { geocoder: geocoderSourceSchema, travel: travelSourceSchema, map: mapSourceSchema };
type Sources = {
  readonly [P in keyof typeof SCHEMAS]: ReturnType<(typeof SCHEMAS)[P]["parse"]>;
};

export function draftOf(chosen: Chosen | null): SourceDraft {
  const source: Partial<Record<string, unknown>> = chosen?.source ?? {};
  const text = (name: string, otherwise = "") => String(source[name] ?? otherwise);
  return {
    kind: text("kind", INSTALLATION),
    url: text("url"),
    darkUrl: text("darkUrl"),
    content: source.content === "vector" ? "vector" : "raster",
    attribution: text("attribution", "© OpenStreetMap contributors"),
    maxZoom: text("maxZoom", "19"),
    key: "",
    forgetsKey: false,
  };
}

export type SourceReading<S> =
  | { readonly ok: true; readonly source: S | null }
  /** Names of fields that cannot be used. */
  | { readonly ok: false; readonly wrong: ReadonlySet<string> };

/** What was typed as a source; null: the installation's. */
export function readSource<P extends keyof Sources>(part: P, draft: SourceDraft): SourceReading<Sources[P]> {
  if (draft.kind === INSTALLATION) return { ok: true, source: null };
  const darkUrl = draft.content === "vector" && draft.kind === "tiles" ? "" : draft.darkUrl.trim();
  const typed = { ...draft, url: draft.url.trim(), darkUrl: darkUrl || null, maxZoom: Number(draft.maxZoom) };
  const parsed = SCHEMAS[part].safeParse(typed);
  if (parsed.success) return { ok: true, source: parsed.data as Sources[P] };
  return { ok: false, wrong: new Set(parsed.error.issues.map(({ path }) => String(path[0]))) };
}

/** The key as it is sent: absent as it is kept, null for none. */
export function keyOf({ key, forgetsKey }: SourceDraft): string | null | undefined {
  return key.trim() || (forgetsKey ? null : undefined);
}

/** True while the key that is kept goes on being used. */
export function hasKeptKey(chosen: Chosen | null, source: OwnSource | null): boolean {
  return chosen?.hasKey === true && source !== null && keepsKey(chosen.source, source);
}
