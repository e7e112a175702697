"use client";
import clsx from "clsx";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { acceptsFile } from "@/components/ui/file-accept";

export type FileDropProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** As an input's: ".csv,.xlsx,text/csv". Dropped files are held to it too. */
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
  /** Files that `accept` refused. */
  onReject?: (files: File[]) => void;
  disabled?: boolean;
  className?: string;
};

export function FileDrop({ label, hint, accept, multiple, onFiles, onReject, disabled, className }: FileDropProps) {
  const t = useWords("ui");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  // Entering a child fires before leaving its parent: a count, not a flag, tells when the pointer is really out.
  const depth = useRef(0);
  const [over, setOver] = useState(false);

  function take(list: FileList | null) {
    const files = [...(list ?? [])];
    const taken = files.filter((file) => acceptsFile(accept, file)).slice(0, multiple ? undefined : 1);
    const refused = files.filter((file) => !acceptsFile(accept, file));
    if (refused.length > 0) onReject?.(refused);
    if (taken.length > 0) onFiles(taken);
    if (input.current) input.current.value = "";
  }

  function track(event: DragEvent, change: number) {
    event.preventDefault();
    depth.current = Math.max(0, depth.current + change);
    setOver(depth.current > 0 && !disabled);
  }

  return (
    <label
      htmlFor={id}
      onDragEnter={(event) => track(event, 1)}
      onDragLeave={(event) => track(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        track(event, -depth.current);
        if (!disabled) take(event.dataTransfer.files);
      }}
      className={clsx(
        "flex cursor-pointer flex-col items-center justify-center gap-1 rounded-lg border border-line-control border-dashed px-6 py-8 text-center transition-colors duration-100",
        "has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
        over ? "border-accent bg-accent-soft" : "bg-surface hover:bg-hover",
        disabled && "cursor-not-allowed opacity-60",
        className,
      )}
    >
      <FileUp aria-hidden="true" className={clsx("mb-1 size-6", over ? "text-accent" : "text-ink-muted")} />
      <span className="font-medium">
        {label} <span className="text-accent underline underline-offset-2">{t("chooseFile")}</span>
      </span>
      {hint ? <span className="text-ink-muted text-sm">{hint}</span> : null}
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        onChange={(event) => take(event.target.files)}
        className="sr-only"
      />
    </label>
  );
}
