"use client";
import { ChevronRight, Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { downloadText, sampleCsv } from "./sample-file";
import { AS_GUESSED, type ReadingOptions, type UploadState, useOrderUpload } from "./use-order-upload";

const ENCODINGS = [
  { value: "auto", label: "Found out by itself" },
  { value: "utf-8", label: "UTF-8" },
  { value: "windows-1252", label: "Windows-1252 (Western Europe)" },
  { value: "iso-8859-1", label: "ISO-8859-1" },
  { value: "utf-16le", label: "UTF-16" },
];
const DELIMITERS = [
  { value: "auto", label: "Found out by itself" },
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Bar" },
];

function megabytes(bytes: number): string {
  return bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function Sending({ state, onCancel }: { state: Extract<UploadState, { step: "sending" }>; onCancel: () => void }) {
  const isSent = state.share >= 1;
  return (
    <div className="flex items-end gap-3 rounded-lg border border-line bg-surface p-4">
      <ProgressBar
        className="flex-1"
        label={isSent ? `Reading ${state.file.name}` : `Sending ${state.file.name}`}
        value={isSent ? null : Math.round(state.share * 100)}
        valueText={isSent ? undefined : `${megabytes(state.file.size * state.share)} of ${megabytes(state.file.size)}`}
      />
      <Button size="sm" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

type OptionsProps = { options: ReadingOptions; onChange: (options: ReadingOptions) => void };

function ReadingOptionFields({ options, onChange }: OptionsProps) {
  const plain = (value: string) => (value === "auto" ? "" : value);
  return (
    <details className="group">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        How the file is read
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        <TextField
          label="Sheet of the workbook"
          placeholder="The first with anything in it"
          value={options.sheet}
          onValueChange={(sheet) => onChange({ ...options, sheet })}
        />
        <Select
          label="Encoding of the text"
          options={ENCODINGS}
          value={options.encoding || "auto"}
          onValueChange={(value) => onChange({ ...options, encoding: plain(value) })}
        />
        <Select
          label="Separator"
          options={DELIMITERS}
          value={options.delimiter || "auto"}
          onValueChange={(value) => onChange({ ...options, delimiter: plain(value) })}
        />
      </div>
    </details>
  );
}

/** Where a file of orders comes in: drop it, see it leave, read plainly why it was refused. */
export function FileStep({ projectId }: { projectId: string }) {
  const router = useRouter();
  const [options, setOptions] = useState(AS_GUESSED);
  const { state, send, cancel, dismiss } = useOrderUpload(projectId, (id) => router.push(`/orders/import/${id}`));
  return (
    <section aria-label="New import" className="flex flex-col gap-3">
      {state.step === "refused" ? (
        <Banner
          tone="error"
          title={`${state.file.name} cannot be imported`}
          onDismiss={dismiss}
          actions={
            <Button size="sm" onClick={() => void send(state.file, options)}>
              Try again
            </Button>
          }
        >
          {state.refusal.message}
          {state.refusal.correlationId ? (
            <span className="block text-ink-muted text-sm">Reference {state.refusal.correlationId}</span>
          ) : null}
        </Banner>
      ) : null}
      {state.step === "sending" ? (
        <Sending state={state} onCancel={cancel} />
      ) : (
        <FileDrop
          label="Drop a file of orders here, or"
          hint="CSV or Excel, up to 50 MB. Nothing becomes an order before you have seen it."
          onFiles={([file]) => file && void send(file, options)}
          className="min-h-44"
        />
      )}
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1">
          <ReadingOptionFields options={options} onChange={setOptions} />
        </div>
        <Button
          size="sm"
          variant="ghost"
          icon={<Download aria-hidden="true" />}
          onClick={() => downloadText("orders-sample.csv", sampleCsv())}
        >
          Get a sample file
        </Button>
      </div>
    </section>
  );
}
