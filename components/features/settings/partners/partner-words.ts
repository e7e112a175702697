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

/** Why a partner does not answer, in words; null where it does. */
export function faultText(t: PartnerText, { outcome, fault, status }: ConnectionTest): string | null {
  if (outcome !== "failed") return null;
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
