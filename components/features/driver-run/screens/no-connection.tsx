"use client";
import { CloudOff } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";

/** A route this phone has never seen, and nobody to ask. */
export function NoConnection() {
  const t = useWords("driverRun");
  return (
    <main className="grid min-h-dvh place-items-center p-4 text-md">
      <EmptyState icon={<CloudOff />} title={t("unknownTitle")}>
        {t("unknownAbout")}
      </EmptyState>
    </main>
  );
}
