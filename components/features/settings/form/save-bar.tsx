"use client";
import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

export type SaveActionsProps = {
  isDirty: boolean;
  isPending: boolean;
  /** Something typed cannot be saved. */
  hasFaults: boolean;
  refusal: Refusal | null;
  onDiscard: () => void;
  /** Looks again at what is stored, after somebody else has changed it. */
  onReload: () => void;
};

/** Stays in sight below a long form. */
export function SaveBar(props: SaveActionsProps) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-surface px-4 py-3 sm:mx-0 sm:mb-0 sm:rounded-lg sm:border sm:px-5">
      <SaveActions {...props} />
    </div>
  );
}

/** What is unsaved, why it was refused, and the way to save it. */
export function SaveActions({ isDirty, isPending, hasFaults, refusal, onDiscard, onReload }: SaveActionsProps) {
  const common = useWords("common");
  const t = useWords("settingsForm");
  return (
    <>
      {refusal ? <RefusedBanner refusal={refusal} onReload={onReload} /> : null}
      <p className="mr-auto text-ink-muted text-sm" role="status">
        {hasFaults ? t("hasFaults") : isDirty ? t("unsaved") : ""}
      </p>
      {isDirty ? (
        <Button variant="ghost" disabled={isPending} onClick={onDiscard}>
          {common("discard")}
        </Button>
      ) : null}
      <Button type="submit" variant="primary" loading={isPending} disabled={!isDirty || hasFaults}>
        {common("save")}
      </Button>
    </>
  );
}

/** Why something was not saved; where somebody else was faster, with the way to look at that. */
export function RefusedBanner({
  refusal,
  onReload,
  otherwise,
}: {
  refusal: Refusal;
  onReload?: () => void;
  /** What can be done about it besides. */
  otherwise?: ReactNode;
}) {
  const t = useWords("settingsForm");
  const common = useWords("common");
  const { message, correlationId, details } = refusal;
  return (
    <Banner
      tone="error"
      title={t("notSaved")}
      className="w-full"
      actions={
        onReload && details.reason === "settings-changed" ? (
          <Button size="sm" icon={<RotateCcw />} onClick={onReload}>
            {t("reload")}
          </Button>
        ) : (
          otherwise
        )
      }
    >
      {message}
      {correlationId ? (
        <span className="block select-all text-ink-muted text-sm">{common("reference", { id: correlationId })}</span>
      ) : null}
    </Banner>
  );
}
