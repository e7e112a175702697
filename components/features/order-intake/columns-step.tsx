"use client";
import clsx from "clsx";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { VirtualList } from "@/components/ui/virtual-list";
import { ImportDefaults } from "./import-defaults";
import { MappingRow } from "./mapping-row";
import { columnUse, joinedWith, missedFields, sampleValues } from "./mapping-state";
import { type ImportDetails, useMapping } from "./use-mapping";

export type ColumnsStepProps = {
  details: ImportDetails;
  project: Project | null;
  today: string;
  onSent: () => void;
};

const MOST_NOTICES = 5;
const NO_FIELDS: Project["customFieldDefinitions"] = [];

/** What is to be known about the file as a whole. */
function FileNotices({ isRemembered, notices }: Pick<ImportDetails, "isRemembered" | "notices">) {
  const t = useWords("orderIntake");
  if (!isRemembered && notices.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 border-line border-b bg-surface p-3">
      {isRemembered ? <Banner>{t("remembered")}</Banner> : null}
      {notices.slice(0, MOST_NOTICES).map((notice) => (
        <Banner key={notice} tone="warn">
          {notice}
        </Banner>
      ))}
      {notices.length > MOST_NOTICES ? (
        <p className="px-3 text-ink-muted">{t("moreNotices", { count: notices.length - MOST_NOTICES })}</p>
      ) : null}
    </div>
  );
}

type FooterProps = { mapping: ReturnType<typeof useMapping>; rows: number };

function ColumnsFooter({ mapping, rows }: FooterProps) {
  const t = useWords("orderIntake");
  const [problem] = mapping.problems;
  const missed = missedFields(mapping.mapping);
  const remark = missed.length > 0 ? t("notInFile", { fields: missed.join(", ") }) : t("everyField");
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-3 border-line border-t bg-surface px-4 py-2.5 sm:px-5">
      <p
        aria-live="polite"
        className={clsx("min-w-0 flex-1 text-pretty", problem ? "font-medium text-alert" : "text-ink-muted")}
      >
        {problem ?? remark}
      </p>
      <Button variant="primary" disabled={!mapping.canCheck} loading={mapping.isSending} onClick={mapping.check}>
        <span className="inline-flex items-center gap-2">
          {t("checkRows", { count: rows })}
          <KeyboardHint keys="Mod+Enter" className="pointer-coarse:hidden" />
        </span>
      </Button>
    </footer>
  );
}

/** What the file's columns mean, and what to assume where it is silent. */
export function ColumnsStep({ details, project, today, onSent }: ColumnsStepProps) {
  const t = useWords("orderIntake");
  const { headers, preview, counts } = details;
  const mapping = useMapping(details, today, onSent);
  const columns = headers.map((heading, column) => ({
    column,
    heading: heading.trim() || t("columnNumber", { number: String(column + 1) }),
  }));
  useHotkeys([{ keys: "Mod+Enter", label: t("checkKey"), inFields: true, run: mapping.check }], { group: t("group") });
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col overflow-auto lg:flex-row lg:overflow-hidden">
        <section aria-label={t("columns")} className="flex min-h-[60dvh] min-w-0 flex-1 flex-col lg:min-h-0">
          <FileNotices {...details} />
          <VirtualList
            label={t("columnsOfFile")}
            items={columns}
            itemKey={({ column }) => String(column)}
            estimateHeight={56}
            className="bg-surface"
            renderItem={({ column, heading }) => (
              <MappingRow
                heading={heading}
                samples={sampleValues(preview, column)}
                use={columnUse(mapping.mapping, column)}
                customFields={project?.customFieldDefinitions ?? NO_FIELDS}
                origin={mapping.originOf(column)}
                joined={joinedWith(mapping.mapping, column, headers)}
                onUse={(use) => mapping.setUse(column, use)}
              />
            )}
          />
        </section>
        <aside
          aria-label={t("assumptions")}
          className="scroll-quiet shrink-0 border-line border-t bg-surface p-4 lg:w-92 lg:border-t-0 lg:border-l"
        >
          <ImportDefaults value={mapping.draft} project={project} onChange={mapping.change} errors={mapping.errors} />
        </aside>
      </div>
      <ColumnsFooter mapping={mapping} rows={counts.total} />
    </>
  );
}
