"use client";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/components/lib/words/words-context";
import { SettingsSection } from "../settings-section";
import { TrendView } from "./trend-view";

/** All partners side by side. */
export function PartnerPerformance() {
  const t = useWords("settingsPartners");
  return (
    <>
      <Link href="/settings/partners" className="flex items-center gap-1.5 self-start text-accent hover:underline">
        <ArrowLeft aria-hidden="true" className="size-4" />
        {t("back")}
      </Link>
      <SettingsSection title={t("compare")} description={t("performanceAbout")}>
        <TrendView />
      </SettingsSection>
    </>
  );
}
