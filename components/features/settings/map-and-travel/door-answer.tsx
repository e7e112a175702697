"use client";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";

/** Where an address was found, how surely, by whom and how fast. */
export function DoorAnswer({ door }: { door: RouterOutput["mapAndTravel"]["tryAddress"] }) {
  const t = useWords("settingsMapAndTravel");
  const { label, confidence, source, milliseconds, position, isUnavailable } = door;
  if (isUnavailable) return <p>{t("address.unavailable")}</p>;
  if (!position || source === null) return <p>{t("address.unknown", { milliseconds })}</p>;
  const by = source === "address-book" ? t("source.addressBook") : source;
  return (
    <p>
      <span className="block font-medium">{label}</span>
      <span className="block text-ink-muted">
        {t("address.by", { confidence: t(`confidence.${confidence}`), source: by, milliseconds })}
      </span>
    </p>
  );
}
