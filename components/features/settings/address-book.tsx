"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatCount } from "@/components/lib/format";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useUpload } from "@/components/lib/use-upload";
import { useMay } from "@/components/lib/viewer-permissions";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { ProgressBar } from "@/components/ui/progress-bar";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Stat } from "@/components/ui/stat";
import { AddressBookResult, type BookFault, type BookResult, Faults } from "./address-book-result";
import { SettingsSection } from "./settings-section";

type Mode = "add" | "replace";

const MODES = [
  { value: "add" as const, label: "Add to the book" },
  { value: "replace" as const, label: "Replace the book" },
];

/** The organization's own addresses: how many there are, and a file with more of them. */
export function AddressBook() {
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
    <SettingsSection
      title="Address book"
      description="Doors with their coordinates. Addresses of orders are looked up here first, so nothing leaves this machine and finding them costs nothing."
    >
      <div className="flex gap-10">
        <Stat label="Doors" value={counts.data ? formatCount(counts.data.doors) : "–"} />
        <Stat label="Streets" value={counts.data ? formatCount(counts.data.streets) : "–"} />
      </div>
      {mayEdit && state.phase === "idle" ? (
        <>
          <ModeChoice mode={mode} onModeChange={setMode} />
          <FileDrop
            label="Drop a CSV or XLSX file here, or"
            hint="Columns: street, house_number, lat, lon; postcode, city and country if you have them."
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            onFiles={([file]) => file && void take(file)}
          />
        </>
      ) : null}
      {state.phase === "sending" ? (
        <ProgressBar
          label={state.share < 1 ? `Sending ${state.fileName}` : `Reading ${state.fileName}; long files take a minute`}
          value={state.share < 1 ? Math.round(state.share * 100) : null}
        />
      ) : null}
      {state.phase === "done" ? <AddressBookResult fileName={state.fileName} result={state.result} /> : null}
      {state.phase === "refused" ? (
        <>
          <Banner tone="error" title={`${state.fileName} was not taken`}>
            {state.refusal.message}
          </Banner>
          <Faults faults={(state.refusal.details.faults as BookFault[] | undefined) ?? []} />
        </>
      ) : null}
      {state.phase === "done" || state.phase === "refused" ? (
        <Button className="self-start" onClick={reset}>
          Choose another file
        </Button>
      ) : null}
    </SettingsSection>
  );
}

function ModeChoice({ mode, onModeChange }: { mode: Mode; onModeChange: (mode: Mode) => void }) {
  return (
    <>
      <SegmentedControl
        label="What to do with the file"
        options={MODES}
        value={mode}
        onValueChange={onModeChange}
        className="self-start"
      />
      {mode === "replace" ? (
        <p className="text-ink-muted">
          Every address in the book now is taken out first. Pins that people have put stay.
        </p>
      ) : null}
    </>
  );
}
