"use client";
import { formatCount } from "@/components/lib/format";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { Project } from "@/components/lib/use-chosen-project";
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

/** What the file's columns mean, and what to assume where it is silent. */
export function ColumnsStep({ details, project, today, onSent }: ColumnsStepProps) {
  const { headers, preview, notices, counts, isRemembered } = details;
  const mapping = useMapping(details, today, onSent);
  const missed = missedFields(mapping.mapping);
  const columns = headers.map((heading, column) => ({ column, heading: heading.trim() || `Column ${column + 1}` }));
  useHotkeys([{ keys: "Mod+Enter", label: "Check the rows", inFields: true, run: mapping.check }], { group: "Import" });
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col overflow-auto lg:flex-row lg:overflow-hidden">
        <section aria-label="Columns" className="flex min-h-[60dvh] min-w-0 flex-1 flex-col lg:min-h-0">
          {isRemembered || notices.length > 0 ? (
            <div className="flex flex-col gap-2 border-line border-b bg-surface p-3">
              {isRemembered ? (
                <Banner>The columns are understood as the last time a file with these headings came in.</Banner>
              ) : null}
              {notices.slice(0, 5).map((notice) => (
                <Banner key={notice} tone="warn">
                  {notice}
                </Banner>
              ))}
              {notices.length > 5 ? (
                <p className="px-3 text-ink-muted">And {notices.length - 5} more like these.</p>
              ) : null}
            </div>
          ) : null}
          <VirtualList
            label="Columns of the file"
            items={columns}
            itemKey={({ column }) => String(column)}
            estimateHeight={56}
            className="bg-surface"
            renderItem={({ column, heading }) => (
              <MappingRow
                heading={heading}
                samples={sampleValues(preview, column)}
                use={columnUse(mapping.mapping, column)}
                origin={mapping.originOf(column)}
                joined={joinedWith(mapping.mapping, column, headers)}
                onUse={(use) => mapping.setUse(column, use)}
              />
            )}
          />
        </section>
        <aside
          aria-label="Assumptions"
          className="scroll-quiet shrink-0 border-line border-t bg-surface p-4 lg:w-92 lg:border-t-0 lg:border-l"
        >
          <ImportDefaults value={mapping.draft} project={project} onChange={mapping.change} errors={mapping.errors} />
        </aside>
      </div>
      <footer className="flex shrink-0 flex-wrap items-center gap-3 border-line border-t bg-surface px-4 py-2.5 sm:px-5">
        <div className="min-w-0 flex-1" aria-live="polite">
          {mapping.problems.length > 0 ? (
            <p className="text-pretty font-medium text-alert">{mapping.problems[0]}</p>
          ) : missed.length > 0 ? (
            <p className="text-pretty text-ink-muted">Not in this file: {missed.join(", ")}. That is fine.</p>
          ) : (
            <p className="text-ink-muted">Every usual field has its column.</p>
          )}
        </div>
        <Button variant="primary" disabled={!mapping.canCheck} loading={mapping.isSending} onClick={mapping.check}>
          <span className="inline-flex items-center gap-2">
            Check {formatCount(counts.total)} rows
            <KeyboardHint keys="Mod+Enter" className="pointer-coarse:hidden" />
          </span>
        </Button>
      </footer>
    </>
  );
}
