"use client";
import { ChevronRight, Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Formats } from "@/components/lib/words/formats";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { downloadText, sampleCsv } from "./sample-file";
import { AS_GUESSED, type ReadingOptions, type UploadState, useOrderUpload } from "./use-order-upload";

const [UTF_8, LATIN_1, UTF_16] = ["UTF-8", "ISO-8859-1", "UTF-16"] as const;
const encodings = (t: Words<"orderIntake">) => [
  { value: "auto", label: t("encodingAuto") },
  { value: "utf-8", label: UTF_8 },
  { value: "windows-1252", label: t("encodingWestern") },
  { value: "iso-8859-1", label: LATIN_1 },
  { value: "utf-16le", label: UTF_16 },
];
const delimiters = (t: Words<"orderIntake">) => [
  { value: "auto", label: t("encodingAuto") },
  { value: ",", label: t("comma") },
  { value: ";", label: t("semicolon") },
  { value: "\t", label: t("tab") },
  { value: "|", label: t("bar") },
];

function megabytes(format: Formats, bytes: number): string {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${format.number(bytes / 1_000_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}

function Sending({ state, onCancel }: { state: Extract<UploadState, { step: "sending" }>; onCancel: () => void }) {
  const common = useWords("common");
  const t = useWords("orderIntake");
  const isSent = state.share >= 1;
  return (
    <div className="flex items-end gap-3 rounded-lg border border-line bg-surface p-4">
      <ProgressBar
        className="flex-1"
        label={t(isSent ? "reading" : "sending", { file: state.file.name })}
        value={isSent ? null : Math.round(state.share * 100)}
        valueText={
          isSent
            ? undefined
            : t("ofSize", {
                done: megabytes(t.format, state.file.size * state.share),
                all: megabytes(t.format, state.file.size),
              })
        }
      />
      <Button size="sm" onClick={onCancel}>
        {common("cancel")}
      </Button>
    </div>
  );
}

type OptionsProps = { options: ReadingOptions; onChange: (options: ReadingOptions) => void };

function ReadingOptionFields({ options, onChange }: OptionsProps) {
  const t = useWords("orderIntake");
  const plain = (value: string) => (value === "auto" ? "" : value);
  return (
    <details className="group">
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        {t("howRead")}
      </summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-3">
        <TextField
          label={t("sheet")}
          placeholder={t("sheetHint")}
          value={options.sheet}
          onValueChange={(sheet) => onChange({ ...options, sheet })}
        />
        <Select
          label={t("encoding")}
          options={encodings(t)}
          value={options.encoding || "auto"}
          onValueChange={(value) => onChange({ ...options, encoding: plain(value) })}
        />
        <Select
          label={t("separator")}
          options={delimiters(t)}
          value={options.delimiter || "auto"}
          onValueChange={(value) => onChange({ ...options, delimiter: plain(value) })}
        />
      </div>
    </details>
  );
}

/** Where a file of orders comes in: drop it, see it leave, read plainly why it was refused. */
export function FileStep({ projectId }: { projectId: string }) {
  const common = useWords("common");
  const t = useWords("orderIntake");
  const router = useRouter();
  const { weightUnit } = t.format.reader;
  const [options, setOptions] = useState(AS_GUESSED);
  const { state, send, cancel, dismiss } = useOrderUpload(projectId, (id) => router.push(`/orders/import/${id}`));
  return (
    <section aria-label={t("newImport")} className="flex flex-col gap-3">
      {state.step === "refused" ? (
        <Banner
          tone="error"
          title={t("cannotImport", { file: state.file.name })}
          onDismiss={dismiss}
          actions={
            <Button size="sm" onClick={() => void send(state.file, options)}>
              {common("tryAgain")}
            </Button>
          }
        >
          {state.refusal.message}
          {state.refusal.correlationId ? (
            <span className="block text-ink-muted text-sm">
              {common("reference", { id: state.refusal.correlationId })}
            </span>
          ) : null}
        </Banner>
      ) : null}
      {state.step === "sending" ? (
        <Sending state={state} onCancel={cancel} />
      ) : (
        <FileDrop
          label={t("drop")}
          hint={t("dropHint")}
          onFiles={([file]) => file && void send(file, options)}
          className="min-h-44"
        />
      )}
      {weightUnit === "lb" ? <p className="text-ink-muted text-sm">{t("fileUnits")}</p> : null}
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
          {t("sample")}
        </Button>
      </div>
    </section>
  );
}
