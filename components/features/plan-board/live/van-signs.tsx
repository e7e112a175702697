"use client";
import clsx from "clsx";
import { BatteryWarning, MapPinOff, Signal } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import type { RoutePhase } from "./live-routes";
import { SILENT_SECONDS } from "./use-silent-routes";
import { useVan } from "./vans-context";

const LOW_BATTERY_PERCENT = 20;

/** How old the van's position is, and its phone's battery where that runs low. */
export function VanSigns({ routeId, phase }: { routeId: string; phase: RoutePhase }) {
  const t = useWords("boardLive");
  const van = useVan(routeId);
  const isOut = phase === "started" || phase === "break";
  if (!van) {
    return isOut ? (
      <span className="flex items-center gap-1 whitespace-nowrap text-warn">
        <MapPinOff className="size-3.5" aria-hidden="true" />
        {t("noGps")}
      </span>
    ) : null;
  }
  const minutes = Math.floor(van.ageSeconds / 60);
  const isSilent = isOut && van.ageSeconds >= SILENT_SECONDS;
  const { batteryPercent } = van;
  return (
    <>
      {batteryPercent !== null && batteryPercent < LOW_BATTERY_PERCENT ? (
        <span className="flex items-center gap-0.5 font-medium text-warn" title={t("battery")}>
          <BatteryWarning className="size-3.5" aria-label={t("battery")} role="img" />
          {t.format.share(batteryPercent / 100)}
        </span>
      ) : null}
      <span
        className={clsx("flex items-center gap-1 whitespace-nowrap", isSilent && "font-medium text-warn")}
        title={t("gps")}
      >
        <Signal className="size-3.5" aria-label={t("gps")} role="img" />
        {minutes < 1 ? t("gpsNow") : t("gpsMinutes", { minutes })}
      </span>
    </>
  );
}
