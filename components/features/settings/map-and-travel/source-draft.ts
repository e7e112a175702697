import type { RouterOutput } from "@/components/lib/router-types";
import {
  geocoderSourceSchema,
  keepsKey,
  mapSourceSchema,
  type OwnSource,
  travelSourceSchema,
} from "@/server/domain/own-source/own-source";
import { type ProfileNames, USUAL_PROFILE_NAMES } from "@/server/domain/travel/profile-names";
import { TRAVEL_PROFILES, type TravelProfile } from "@/server/domain/travel/travel-profile";

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
  /** What its server calls each kind of vehicle; empty: it is not asked about it. */
  readonly profiles: Readonly<Record<TravelProfile, string>>;
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
    profiles: namesOf((source.profiles as ProfileNames | undefined) ?? USUAL_PROFILE_NAMES),
  };
}

const namesOf = (names: ProfileNames) =>
  Object.fromEntries(TRAVEL_PROFILES.map((profile) => [profile, names[profile] ?? ""])) as Record<
    TravelProfile,
    string
  >;

/** Who is asked: a server's name; null where nobody is. */
export function hostOf(source: OwnSource): string | null {
  if (source.kind === "google") return "maps.googleapis.com";
  return "url" in source ? hostIn(source.url) : null;
}

/** Of an address that may have places for numbers and names. */
const hostIn = (url: string) => new URL(url.replace(/\{(\w+)\}/g, "$1")).host;

export type SourceReading<S> =
  | { readonly ok: true; readonly source: S | null }
  /** Names of fields that cannot be used. */
  | { readonly ok: false; readonly wrong: ReadonlySet<string> };

/** What was typed as a source; null: the installation's. */
export function readSource<P extends keyof Sources>(part: P, draft: SourceDraft): SourceReading<Sources[P]> {
  if (draft.kind === INSTALLATION) return { ok: true, source: null };
  const darkUrl = draft.content === "vector" && draft.kind === "tiles" ? "" : draft.darkUrl.trim();
  const profiles = Object.fromEntries(
    Object.entries(draft.profiles).flatMap(([profile, name]) => (name.trim() === "" ? [] : [[profile, name.trim()]])),
  );
  const typed = { ...draft, profiles, url: draft.url.trim(), darkUrl: darkUrl || null, maxZoom: Number(draft.maxZoom) };
  const parsed = SCHEMAS[part].safeParse(typed);
  if (parsed.success) return { ok: true, source: parsed.data as Sources[P] };
  return { ok: false, wrong: new Set(parsed.error.issues.flatMap(({ path }) => [String(path[0]), path.join(".")])) };
}

/** The key as it is sent: absent as it is kept, null for none. */
export function keyOf({ key, forgetsKey }: SourceDraft): string | null | undefined {
  return key.trim() || (forgetsKey ? null : undefined);
}

/** True while the key that is kept goes on being used. */
export function hasKeptKey(chosen: Chosen | null, source: OwnSource | null): boolean {
  return chosen?.hasKey === true && source !== null && keepsKey(chosen.source, source);
}
