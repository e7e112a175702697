"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useUpload } from "@/components/lib/use-upload";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Stat } from "@/components/ui/stat";
import { AddressBookResult, type BookFault, type BookResult, Faults } from "./address-book-result";
import { SettingsSection } from "./settings-section";

type Mode = "add" | "replace";

/** The organization's own addresses: how many there are, and a file with more of them. */
export function AddressBook() {
  const t = useWords("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const mayEdit = useMay("settings.write");
  const counts = useQuery(trpc.location.addressBook.queryOptions({}));
  const [mode, setMode] = useState<Mode>("add");
  const { state, send, reset } = useUpload<BookResult>();
  useLiveRefresh(/^address-book\./, [trpc.location.addressBook.queryKey()]);

  async function take(file: File) {
    const result = await send(`/api/uploads/address-book?mode=${mode}`, file);
    if (result) await queryClient.invalidateQueries({ queryKey: trpc.location.pathKey() });
  }

  return (
    <SettingsSection title={t("nav.addressBook")} description={t("book.about")}>
      <div className="flex gap-10">
        <Stat label={t("book.doors")} value={counts.data ? t.format.count(counts.data.doors) : "–"} />
        <Stat label={t("book.streets")} value={counts.data ? t.format.count(counts.data.streets) : "–"} />
      </div>
      {mayEdit && state.phase === "idle" ? (
        <>
          <ModeChoice mode={mode} onModeChange={setMode} />
          <FileDrop
            label={t("book.drop")}
            hint={t("book.columns")}
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            onFiles={([file]) => file && void take(file)}
          />
        </>
      ) : null}
      {state.phase === "sending" ? (
        <ProgressBar
          label={t(state.share < 1 ? "book.sending" : "book.reading", { file: state.fileName })}
          value={state.share < 1 ? Math.round(state.share * 100) : null}
        />
      ) : null}
      {state.phase === "done" ? <AddressBookResult fileName={state.fileName} result={state.result} /> : null}
      {state.phase === "refused" ? (
        <>
          <Banner tone="error" title={t("book.refused", { file: state.fileName })}>
            {state.refusal.message}
          </Banner>
          <Faults faults={(state.refusal.details.faults as BookFault[] | undefined) ?? []} />
        </>
      ) : null}
      {state.phase === "done" || state.phase === "refused" ? (
        <Button className="self-start" onClick={reset}>
          {t("book.another")}
        </Button>
      ) : null}
    </SettingsSection>
  );
}

function ModeChoice({ mode, onModeChange }: { mode: Mode; onModeChange: (mode: Mode) => void }) {
  const t = useWords("settings");
  return (
    <>
      <SegmentedControl
        label={t("book.mode")}
        options={[
          { value: "add", label: t("book.add") },
          { value: "replace", label: t("book.replace") },
        ]}
        value={mode}
        onValueChange={onModeChange}
        className="self-start"
      />
      {mode === "replace" ? <p className="text-ink-muted">{t("book.replaceHint")}</p> : null}
    </>
  );
}
