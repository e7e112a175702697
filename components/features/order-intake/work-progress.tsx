"use client";
import { useWords } from "@/components/lib/words/words-context";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportDetails } from "./use-mapping";

/** How far the server is with the rows. Leaving the page does not stop it. */
export function WorkProgress({ details }: { details: ImportDetails }) {
  const t = useWords("orderIntake");
  const { status, counts } = details;
  const isImporting = status === "importing";
  const all = isImporting ? counts.imported + counts.valid : counts.total - counts.skipped - counts.imported;
  const done = isImporting ? counts.imported : all - counts.pending;
  return (
    <div className="flex flex-1 flex-col items-center justify-center p-6">
      <div className="w-full max-w-110 rounded-lg border border-line bg-surface p-5">
        <ProgressBar
          label={t(isImporting ? "making" : "checking")}
          value={all > 0 ? Math.round((done / all) * 100) : null}
          valueText={t("progress", { done, all })}
        />
        <p className="mt-3 text-pretty text-ink-muted">{t(isImporting ? "makingAbout" : "checkingAbout")}</p>
      </div>
    </div>
  );
}
