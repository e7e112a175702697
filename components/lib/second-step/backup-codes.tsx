"use client";
import { Copy, Download } from "lucide-react";
import { downloadText } from "@/components/lib/download-text";
import { useCopy } from "@/components/lib/use-copy";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";

/** Codes that are shown this once, to be kept elsewhere. */
export function BackupCodes({ codes, email }: { codes: readonly string[]; email: string }) {
  const t = useWords("secondStep");
  const copy = useCopy();
  return (
    <div className="flex flex-col gap-3">
      <p className="text-pretty text-ink-muted">{t("codesAbout")}</p>
      <ul
        aria-label={t("codes")}
        className="grid grid-cols-2 gap-x-4 gap-y-1 rounded-md border border-line bg-surface-sunken p-3 font-mono text-sm tabular-nums"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button icon={<Copy />} onClick={() => void copy(codes.join("\n"), t("codes"))}>
          {t("copyCodes")}
        </Button>
        <Button
          icon={<Download />}
          onClick={() =>
            downloadText(t("codesFile"), "text/plain", [t("codesFileHead", { email }), "", ...codes, ""].join("\n"))
          }
        >
          {t("downloadCodes")}
        </Button>
      </div>
    </div>
  );
}
