"use client";
import { FileSpreadsheet } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";

type OpenImport = RouterOutput["cutoff"]["importFaults"]["imports"][number];

export interface ImportFilesProps {
  readonly imports: readonly OpenImport[];
  readonly onStarted: () => void;
}

/** The files that are not through: what is faulty, and what waits to be taken over. */
export function ImportFiles({ imports, onStarted }: ImportFilesProps) {
  const t = useWords("boardCutoff");
  if (imports.length === 0) return null;
  return (
    <ul
      aria-label={t("import.files")}
      className="max-h-48 shrink-0 overflow-y-auto border-line border-b bg-surface-sunken"
    >
      {imports.map((each) => (
        <ImportFile key={each.id} file={each} onStarted={onStarted} />
      ))}
    </ul>
  );
}

function ImportFile({ file, onStarted }: { file: OpenImport; onStarted: () => void }) {
  const t = useWords("boardCutoff");
  const client = useTRPCClient();
  const refuse = useRefusalToast();
  const [isPending, setPending] = useState(false);
  const takeOver = () => {
    setPending(true);
    client.intake.run
      .mutate({ id: file.id })
      .then(onStarted)
      .catch((error: unknown) => refuse(t("import.notStarted"), error))
      .finally(() => setPending(false));
  };
  return (
    <li className="flex min-h-11 items-center gap-2 px-4 py-1.5">
      <FileSpreadsheet aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1 truncate">{file.fileName}</span>
      {file.faulty > 0 ? (
        <span className="text-ink-muted text-sm tabular-nums">{t("import.faulty", { count: file.faulty })}</span>
      ) : null}
      <Link href={`/orders/import/${file.id}`} className={buttonClass({ variant: "ghost", size: "sm" })}>
        {t("import.open")}
      </Link>
      {file.waiting > 0 ? (
        <Button size="sm" variant="primary" loading={isPending} onClick={takeOver}>
          {t("import.takeOver", { count: file.waiting })}
        </Button>
      ) : null}
    </li>
  );
}
