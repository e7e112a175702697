"use client";
import { BookOpen, FileJson } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { buttonClass } from "@/components/ui/button-class";
import { CopyLine } from "../migration/copy-line";
import { SettingsSection } from "../settings-section";
import type { Api } from "./key-words";

/** Each API with its address here and what there is to read about it, served by this installation. */
export function ApiDocuments({ apis }: { apis: readonly Api[] }) {
  const t = useWords("settingsApiAccess");
  const origin = globalThis.location?.origin ?? "";
  return (
    <SettingsSection title={t("documents")} description={t("documentsAbout")}>
      <ul className="flex flex-col gap-5">
        {apis.map(({ name, title, basePath }) => (
          <li key={name} className="flex flex-wrap items-end gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-72">
              <CopyLine label={title} value={`${origin}${basePath}`} />
            </div>
            <span className="flex gap-2">
              <a
                className={buttonClass({ size: "md" })}
                href={`${basePath}/reference`}
                target="_blank"
                rel="noreferrer"
                aria-label={t("referenceOf", { api: title })}
              >
                <BookOpen aria-hidden="true" className="size-4" />
                {t("reference")}
              </a>
              <a
                className={buttonClass({ size: "md" })}
                href={`${basePath}/openapi.json`}
                target="_blank"
                rel="noreferrer"
                aria-label={t("openApiOf", { api: title })}
              >
                <FileJson aria-hidden="true" className="size-4" />
                {t("openApi")}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
