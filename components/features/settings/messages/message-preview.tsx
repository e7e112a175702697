"use client";
import { useId } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { TemplatePreview } from "@/server/domain/notification/preview-template";
import type { Language } from "@/server/domain/preference/preferences";

/** A message as a sample customer would get it, by e-mail and as a text message. */
export function MessagePreview({ preview, language }: { preview: TemplatePreview; language: Language }) {
  const t = useWords("settingsMessages");
  const id = useId();
  const { subject, text, sms } = preview;
  return (
    <aside aria-labelledby={id} data-testid="message-preview" className="flex w-full shrink-0 flex-col gap-3 lg:w-96">
      <h3 id={id} className="font-medium text-sm">
        {t("preview.title")}
      </h3>
      <div lang={language} className="rounded-lg border border-line bg-canvas">
        <p className="border-line border-b px-4 py-2.5">
          <span className="block text-ink-muted text-xs">{t("channel.email")}</span>
          <span className="break-words font-semibold">{subject}</span>
        </p>
        <p className="whitespace-pre-wrap break-words px-4 py-3">{text.trimEnd()}</p>
      </div>
      <div lang={language} className="rounded-lg border border-line bg-canvas p-4">
        <p className="mb-1.5 text-ink-muted text-xs">{t("channel.sms")}</p>
        <p className="w-fit max-w-72 whitespace-pre-wrap break-words rounded-xl rounded-bl-sm bg-accent-soft px-3 py-2">
          {sms}
        </p>
      </div>
      <p className="text-ink-muted text-sm">{t("preview.about")}</p>
    </aside>
  );
}
