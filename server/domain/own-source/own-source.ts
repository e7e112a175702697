import { z } from "zod";
import { profileNamesSchema, USUAL_PROFILE_NAMES } from "../travel/profile-names";

/** What an organization may get from somewhere else than the installation does. */
export const SOURCE_PARTS = ["geocoder", "travel", "map"] as const;
export type SourcePart = (typeof SOURCE_PARTS)[number];

const MOST_CHARACTERS = 500;
/** Of tiles further in than this nobody has pictures. */
const MOST_ZOOM = 24;

const holdsNoPassword = (text: string) => {
  const plain = text.replace(/\{\w+\}/g, "0");
  if (!URL.canParse(plain)) return true;
  const { username, password } = new URL(plain);
  return username === "" && password === "";
};
/** Ways are put behind it. */
const isPlainBase = (text: string) => !/[?#]/.test(text);
const address = z
  .url({ protocol: /^https?$/ })
  .max(MOST_CHARACTERS)
  .refine(holdsNoPassword, "holds a password");
const baseAddress = address.refine(isPlainBase, "not the beginning of an address");
/** Where servers of several profiles run side by side, `{profile}` tells them apart. */
const profileAddress = z
  .string()
  .max(MOST_CHARACTERS)
  .refine((text) => baseAddress.safeParse(text.replaceAll("{profile}", "p")).success, "not an address");
const tileAddress = z
  .string()
  .max(MOST_CHARACTERS)
  .refine(
    (text) =>
      /^https?:\/\/[^/{}]+\//.test(text) &&
      ["{z}", "{x}", "{y}"].every((part) => text.includes(part)) &&
      address.safeParse(text.replace(/\{[zxy]\}/g, "0")).success,
    "not an address with {z}, {x} and {y}",
  );

/** Who is asked for addresses after the address book; by `address-book` alone nobody is. */
export const geocoderSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("address-book") }),
  z.object({ kind: z.literal("nominatim"), url: baseAddress }),
  z.object({ kind: z.literal("photon"), url: baseAddress }),
  z.object({ kind: z.literal("pelias"), url: baseAddress }),
  z.object({ kind: z.literal("google") }),
]);
export type GeocoderSource = z.infer<typeof geocoderSourceSchema>;

/** Whose roads are driven: a server's, those built on this machine alone, or nobody's. */
export const travelSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("estimate") }),
  z.object({ kind: z.literal("networks") }),
  z.object({ kind: z.literal("valhalla"), url: baseAddress }),
  z.object({
    kind: z.literal("osrm"),
    url: profileAddress,
    /** What it calls each kind of vehicle; ways of other kinds are measured by whoever comes after it. */
    profiles: profileNamesSchema.default(USUAL_PROFILE_NAMES),
  }),
]);
export type TravelSource = z.infer<typeof travelSourceSchema>;

/** What lies under the maps. Vector tiles are of the OpenMapTiles schema. */
export const mapSourceSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("style"), url: address, darkUrl: address.nullable() }),
  z.object({
    kind: z.literal("tiles"),
    content: z.enum(["raster", "vector"]),
    url: tileAddress,
    darkUrl: tileAddress.nullable(),
    /** Whose map it is, as they want to be named. */
    attribution: z.string().trim().min(1).max(300),
    maxZoom: z.int().min(1).max(MOST_ZOOM),
  }),
]);
export type MapSource = z.infer<typeof mapSourceSchema>;

export type OwnSource = GeocoderSource | TravelSource | MapSource;

/** A source as it is told to those who may not change it, and to the log: its servers. Anything behind them may be a key. */
export function withServersOnly<S extends OwnSource>(source: S): S {
  const cut = (text: string) =>
    /^https?:\/\/[^/?#\\]+/i.exec(text)?.[0] ?? new URL(text.replace(/\{\w+\}/g, "0")).origin;
  return {
    ...source,
    ...("url" in source && { url: cut(source.url) }),
    ...("darkUrl" in source && source.darkUrl !== null && { darkUrl: cut(source.darkUrl) }),
  };
}

/** Why a source that was tried is not what it should be. */
export const SOURCE_FAULTS = [
  /** It may not be called from here. */
  "address-closed",
  /** Browsers take it for no name of a server. */
  "unnamable",
  "unreachable",
  "slow",
  /** It wants another key, or one at all. */
  "key",
  /** It answers that it cannot at the moment. */
  "failing",
  "too-large",
  /** It answers something else. */
  "nonsense",
  /** It answers, and does not know what it was tried with. */
  "not-found",
] as const;
export type SourceFault = (typeof SOURCE_FAULTS)[number];

/**
 * True for what may be otherwise tomorrow: a source can be saved all the same by who insists. A map's key may be good for
 * browsers alone, and who asks for its parts is a browser.
 */
export function mayPass(part: SourcePart, fault: SourceFault): boolean {
  if (fault === "key") return part === "map";
  return fault === "unreachable" || fault === "slow" || fault === "failing" || fault === "not-found";
}

/** True where a key given for one source may be sent to the other: only to the very address it was given for. */
export function keepsKey(before: OwnSource, after: OwnSource): boolean {
  const addressOf = (source: OwnSource) => ("url" in source ? source.url : "");
  return before.kind === after.kind && addressOf(before) === addressOf(after);
}
