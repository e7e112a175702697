"use client";
import { ArrowRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { exportFieldLabel } from "./export-field";
import type { Reading } from "./export-reading";

/** Which of the vendor's names became which field, and which became none. */
export function ExportMapping({ reading: { kind, understood, leftOut } }: { reading: Reading }) {
  const t = useWords("settingsMoving");
  return (
    <section aria-label={t("mapping")} className="flex flex-col gap-2">
      <h3 className="font-medium">{t("mapping")}</h3>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {understood.map(({ from, to }) => (
          <li key={`${from} ${to}`} className="flex min-w-0 items-center gap-2">
            <code className="truncate font-mono text-ink-muted text-sm">{from}</code>
            <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-ink-muted" />
            <span className="truncate">{exportFieldLabel(kind, to)}</span>
          </li>
        ))}
      </ul>
      {leftOut.length > 0 ? (
        <p className="text-ink-muted text-sm">{t("leftOut", { names: t.format.list(leftOut) })}</p>
      ) : null}
    </section>
  );
}
