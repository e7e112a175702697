import type { ApiScope } from "./api-scopes";

/** What keys are usually made for, the least first. */
export const SCOPE_PRESETS = ["shop", "reporting", "dispatch", "all"] as const;
export type ScopePreset = (typeof SCOPE_PRESETS)[number];

/** Who lets others in is said by hand. */
const NEVER_MEANT: readonly ApiScope[] = ["keys:manage"];

const MEANT: Readonly<Record<ScopePreset, (scope: ApiScope) => boolean>> = {
  /** A shop sends its orders, and reads what became of them. */
  shop: (scope) => scope.startsWith("deliveries:") || scope === "proofs:read",
  /** Reads everything there is to read. */
  reporting: (scope) => scope.endsWith(":read"),
  /** Plans days and sends drivers out. */
  dispatch: (scope) => /^(deliveries|fleet|plans):/.test(scope) || scope === "proofs:read",
  all: () => true,
};

/** The scopes of a preset, among those that may be given. */
export function scopesOfPreset(preset: ScopePreset, offered: readonly ApiScope[]): readonly ApiScope[] {
  return offered.filter((scope) => MEANT[preset](scope) && !NEVER_MEANT.includes(scope));
}

/** The preset that comes to just these scopes, the first of several; null: they were chosen by hand. */
export function presetOfScopes(scopes: readonly ApiScope[], offered: readonly ApiScope[]): ScopePreset | null {
  const isSame = (preset: ScopePreset) => {
    const meant = scopesOfPreset(preset, offered);
    return meant.length === scopes.length && meant.every((scope) => scopes.includes(scope));
  };
  return SCOPE_PRESETS.find(isSame) ?? null;
}
