import type { RouterOutput } from "@/components/lib/router-types";
import type { Words } from "@/components/lib/words/words";
import type { Tone } from "@/components/ui/badge";
import { API_SCOPES, type ApiScope } from "@/server/domain/access/api-scopes";

export type ApiKey = RouterOutput["apiAccess"]["keys"][number];
export type Api = RouterOutput["apiAccess"]["apis"]["apis"][number];
export type ShownKey = RouterOutput["apiAccess"]["create"];
export type Partner = RouterOutput["apiAccess"]["apis"]["partners"][number];

export const CONDITIONS = ["active", "expired", "shut"] as const;
export type KeyCondition = (typeof CONDITIONS)[number];
export const CONDITION_TONES: Readonly<Record<KeyCondition, Tone>> = { active: "ok", expired: "warn", shut: "neutral" };

const DAY_MS = 86_400_000;
/** From so many days before its end on a key says when that is. */
const WARNED_DAYS = 14;

export function conditionOf(
  { revokedAt, expiresAt }: Pick<ApiKey, "revokedAt" | "expiresAt">,
  now: Date,
): KeyCondition {
  if (revokedAt) return "shut";
  return expiresAt && expiresAt <= now ? "expired" : "active";
}

/** In how many days a key ends, counted up, where that is soon; null: not soon, or over already. */
export function daysLeft(key: Pick<ApiKey, "revokedAt" | "expiresAt">, now: Date): number | null {
  if (!key.expiresAt || conditionOf(key, now) !== "active") return null;
  const days = Math.ceil((key.expiresAt.getTime() - now.getTime()) / DAY_MS);
  return days <= WARNED_DAYS ? days : null;
}

/** Which kind of access a key is. */
export function kindOf({ kind, partnerId, isClient }: Pick<ApiKey, "kind" | "partnerId" | "isClient">) {
  if (kind === "sandbox") return "sandbox";
  if (partnerId) return "partner";
  return isClient ? "client" : "key";
}

/** The end of a day as this browser's clock has it: a key made until the 9th is good all day. */
export function endOfDay(date: string): Date {
  return new Date(`${date}T23:59:59`);
}

/** Scopes by what they are about, each with the verbs there are. */
export function scopeGroups(offered: readonly ApiScope[]) {
  const areas = new Map<string, ApiScope[]>();
  for (const scope of API_SCOPES.filter((each) => offered.includes(each))) {
    const area = scope.split(":")[0]!;
    areas.set(area, [...(areas.get(area) ?? []), scope]);
  }
  return [...areas].map(([area, scopes]) => ({ area: area as ScopeArea, scopes }));
}

type AreaOf<S> = S extends `${infer Area}:${string}` ? Area : never;
export type ScopeArea = AreaOf<ApiScope>;
export type ScopeVerb = "read" | "write" | "manage";

/** "Deliveries: read and change · Fleet: read" */
export function scopeWords(t: Words<"settingsApiAccess">, scopes: readonly string[]): string {
  const groups = scopeGroups(scopes as readonly ApiScope[]);
  return groups
    .map(({ area, scopes: of }) => {
      const verbs = of.map((scope) => t(`verb.${scope.split(":")[1] as ScopeVerb}`));
      return t("areaVerbs", { area: t(`area.${area}`), verbs: t.format.list(verbs) });
    })
    .join(" · ");
}
