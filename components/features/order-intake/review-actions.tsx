"use client";
import { useMutation } from "@tanstack/react-query";
import { Columns3, Download, EllipsisVertical, SkipForward } from "lucide-react";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { Menu } from "@/components/ui/menu";
import { downloadText } from "./sample-file";
import type { ImportDetails } from "./use-mapping";

export type ReviewActionsProps = {
  details: ImportDetails;
  onColumns: () => void;
  onSkipFaulty: () => void;
  onBegun: () => void;
};

/** What can be done with the rows as they stand. */
export function ReviewActions({ details, onColumns, onSkipFaulty, onBegun }: ReviewActionsProps) {
  const t = useWords("orderIntake");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const refuse = useRefusalToast();
  const { counts, id } = details;
  const run = useMutation(
    trpc.intake.run.mutationOptions({ onSuccess: onBegun, onError: (error) => refuse(t("nothingImported"), error) }),
  );
  const download = useMutation({
    mutationFn: () => client.intake.faultyCsv.query({ id }),
    onSuccess: ({ fileName, csv }) => downloadText(fileName, csv),
    onError: (error) => refuse(t("noFileMade"), error),
  });
  const canRun = counts.valid > 0 && !run.isPending;
  const begin = () => canRun && run.mutate({ id });
  useHotkeys([{ keys: "Mod+Enter", label: t("importKey"), run: begin }], { group: t("group") });
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-2 border-line border-t bg-surface px-4 py-2.5 sm:px-5">
      <p className="min-w-0 flex-1 text-pretty text-ink-muted" aria-live="polite">
        {counts.invalid > 0
          ? t("faultyStay", { count: counts.invalid })
          : counts.valid > 0
            ? t("allInOrder")
            : t("nothingLeft")}
      </p>
      <Menu
        align="end"
        side="top"
        trigger={<IconButton label={t("more")} variant="secondary" icon={<EllipsisVertical />} />}
        entries={[
          { id: "columns", label: t("chooseAnew"), icon: <Columns3 aria-hidden="true" />, onSelect: onColumns },
          {
            id: "download",
            label: t("downloadFaulty"),
            icon: <Download aria-hidden="true" />,
            disabled: counts.invalid === 0,
            onSelect: () => download.mutate(),
          },
          {
            id: "skip",
            label: t("leaveAllOut"),
            icon: <SkipForward aria-hidden="true" />,
            disabled: counts.invalid === 0,
            onSelect: onSkipFaulty,
          },
        ]}
      />
      <Button variant="primary" disabled={counts.valid === 0} loading={run.isPending} onClick={begin}>
        <span className="inline-flex items-center gap-2">
          {t(counts.invalid > 0 ? "importGood" : "importRows", { count: counts.valid })}
          <KeyboardHint keys="Mod+Enter" className="pointer-coarse:hidden" />
        </span>
      </Button>
    </footer>
  );
}
