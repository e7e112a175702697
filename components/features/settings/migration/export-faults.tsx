"use client";
import { sayFault } from "@/components/lib/say-fault";
import { useWords } from "@/components/lib/words/words-context";
import { exportFieldLabel } from "./export-field";
import type { Reading } from "./export-reading";

/** What is wrong, by line and field. */
export function ExportFaults({ reading: { kind, faults } }: { reading: Reading }) {
  const t = useWords("settingsMoving");
  const words = useWords("faults");
  if (faults.length === 0) return null;
  return (
    <section aria-label={t("faults")} className="flex flex-col gap-2">
      <h3 className="font-medium">{t("faults")}</h3>
      <ul className="flex flex-col gap-1">
        {faults.flatMap(({ line, errors }) =>
          errors.map((error) => (
            <li key={`${line} ${error.field} ${error.code}`} className="flex flex-wrap gap-x-2">
              <span className="font-medium tabular-nums">{t("atLine", { line })}</span>
              <span className="text-ink-muted">{exportFieldLabel(kind, error.field)}</span>
              <span>{sayFault(words, error)}</span>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
