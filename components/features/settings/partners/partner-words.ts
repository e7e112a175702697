import type { RouterOutput } from "@/components/lib/router-types";
import { browserTimeZone } from "@/components/lib/time-zones";
import type { Words } from "@/components/lib/words/words";
import type { Tone } from "@/components/ui/badge";
import type { ConnectionTest } from "@/server/domain/partner/connection";

export type Standings = RouterOutput["partner"]["list"];
export type Standing = Standings["partners"][number];
export type WholePartner = RouterOutput["partner"]["get"];
export type Connection = NonNullable<WholePartner["connection"]>;
export type Trend = RouterOutput["partner"]["performance"];
export type TrendRow = Trend["rows"][number];
export type PartnerText = Words<"settingsPartners">;

export const STATUS_TONES: Readonly<Record<WholePartner["status"], Tone>> = {
  draft: "warn",
  active: "ok",
  disabled: "neutral",
  archived: "neutral",
};

export const TEST_TONES: Readonly<Record<ConnectionTest["outcome"], Tone>> = {
  ok: "ok",
  failed: "alert",
  skipped: "neutral",
};

/** How a partner is reached, in short. */
export function reachText(t: PartnerText, test: ConnectionTest | undefined): string {
  if (!test) return t("reach.none");
  return test.fault === "no-mail-server" ? t("reach.no-mail-server") : t(`reach.${test.outcome}`);
}

/** How a trial went. */
export function testTitle(t: PartnerText, { outcome, fault }: ConnectionTest): string {
  return outcome === "skipped" && fault ? t("test.impossible") : t(`test.${outcome}`);
}

/** Why a partner does not answer, or could not be tried, in words; null where it does, and where there is nobody to ask. */
export function faultText(t: PartnerText, { outcome, fault, status }: ConnectionTest): string | null {
  if (outcome === "ok" || (outcome === "skipped" && !fault)) return null;
  return t(`fault.${fault ?? "other"}`, { status: status === null || status === undefined ? "" : String(status) });
}

/** When it was tried, and how long that took. */
export function testTime(t: PartnerText, { at, milliseconds }: ConnectionTest): string {
  const time = t.format.instant(at, browserTimeZone());
  return milliseconds === null ? time : t("testAt", { time, milliseconds });
}

/** A share of nothing is not known. */
export function shareText(t: PartnerText, part: number, whole: number): string {
  return whole === 0 ? "–" : t.format.share(part / whole);
}
