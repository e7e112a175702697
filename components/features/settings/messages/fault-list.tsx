"use client";
import { useWords } from "@/components/lib/words/words-context";
import type { TemplateIssue } from "@/server/domain/notification/message-template";
import { faultExcerpt } from "./template-drafts";

export type FaultListProps = {
  text: string;
  issues: readonly TemplateIssue[];
  /** Selects the faulty piece in its field. */
  onShow: (at: number, length: number) => void;
};

/** What is wrong in a text and where; each leads to its place. */
export function FaultList({ text, issues, onShow }: FaultListProps) {
  const t = useWords("settingsMessages");
  return (
    <span className="flex flex-col items-start gap-1">
      {issues.map(({ code, at, length }) => {
        const { before, piece, after } = faultExcerpt(text, at, length);
        return (
          <button
            key={`${code}-${at}`}
            type="button"
            onClick={() => onShow(at, length)}
            className="min-h-6 rounded-sm text-left underline-offset-2 hover:underline"
          >
            {t("fault.at", { position: at + 1, what: t(`fault.${code}`) })}{" "}
            {piece === "" ? null : (
              <span className="break-all font-mono text-ink-muted">
                {before}
                <mark className="rounded-sm bg-alert-soft text-alert">{piece}</mark>
                {after}
              </span>
            )}
          </button>
        );
      })}
    </span>
  );
}
