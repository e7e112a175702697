"use client";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { FileSpreadsheet, Trash2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import type { ImportStatus } from "@/server/domain/intake/import-settings";

type Import = RouterOutput["intake"]["list"]["rows"][number];

const TONES: Readonly<Record<ImportStatus, Tone>> = {
  uploaded: "warn",
  checking: "info",
  checked: "warn",
  importing: "info",
  imported: "ok",
  failed: "alert",
  discarded: "neutral",
};
const WAITING: readonly ImportStatus[] = ["uploaded", "checked", "failed"];

/** An import that is done but for rows nobody has put right still waits for somebody. */
function stateOf(t: Words<"orderIntake">, { status, invalidRows }: Import) {
  if (status === "imported" && invalidRows > 0) {
    return { label: t("faultyLeft", { count: invalidRows }), tone: "warn" as const, action: t("goOn") };
  }
  const action = t(WAITING.includes(status) ? "goOn" : "look");
  return { label: t(`state.${status}`), tone: TONES[status], action };
}

const WORKING: readonly ImportStatus[] = ["checking", "importing"];
const POLL_MILLISECONDS = 1500;

function counts(t: Words<"orderIntake">, { totalRows, importedRows, invalidRows }: Import): string {
  const parts = [t("rows", { count: totalRows })];
  if (importedRows > 0) parts.push(t("rowsImported", { count: importedRows }));
  if (invalidRows > 0) parts.push(t("rowsFaulty", { count: invalidRows }));
  return parts.join(" · ");
}

type LineProps = { row: Import; zone: string; onDiscard: () => void };

function ImportLine({ row, zone, onDiscard }: LineProps) {
  const t = useWords("orderIntake");
  const state = stateOf(t, row);
  const href = `/orders/import/${row.id}`;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-2 last:border-b-0">
      <FileSpreadsheet aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
      <div className="min-w-40 flex-1">
        <Link href={href} className="font-medium hover:underline">
          {row.fileName}
        </Link>
        <p className="text-ink-muted text-sm tabular-nums">
          {counts(t, row)} · {t.format.instant(row.createdAt, zone)}
        </p>
      </div>
      <Badge tone={state.tone}>{state.label}</Badge>
      <span className="flex items-center gap-1">
        <Link href={href} className={buttonClass({ size: "sm" })}>
          {state.action}
        </Link>
        <IconButton
          label={t("putFileAway", { file: row.fileName })}
          icon={<Trash2 />}
          size="sm"
          disabled={WORKING.includes(row.status)}
          onClick={onDiscard}
        />
      </span>
    </li>
  );
}

type DiscardProps = { row: Import; onClose: () => void };

function DiscardDialog({ row, onClose }: DiscardProps) {
  const t = useWords("orderIntake");
  const trpc = useTRPC();
  const refuse = useRefusalToast();
  const discard = useMutation(
    trpc.intake.discard.mutationOptions({
      onError: (error) => refuse(t("stays"), error),
      onSettled: onClose,
    }),
  );
  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("putAwayTitle", { file: row.fileName })}
      description={t("putAwayDetails")}
      confirmLabel={t("putAwayConfirm")}
      tone="danger"
      pending={discard.isPending}
      onConfirm={() => discard.mutate({ id: row.id })}
    />
  );
}

/** The project's imports, newest first: go on with one, look at one, put one away. */
export function RecentImports({ project }: { project: Project }) {
  const t = useWords("orderIntake");
  const trpc = useTRPC();
  const [discarding, setDiscarding] = useState<Import>();
  const list = useInfiniteQuery(
    trpc.intake.list.infiniteQueryOptions(
      { projectId: project.id, limit: 20 },
      {
        getNextPageParam: (page) => page.nextCursor,
        refetchOnMount: "always",
        refetchInterval: ({ state }) =>
          state.data?.pages.some((page) => page.rows.some(({ status }) => WORKING.includes(status)))
            ? POLL_MILLISECONDS
            : false,
      },
    ),
  );
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  function closeDiscard() {
    setDiscarding(undefined);
    void list.refetch();
  }
  if (list.isPending) return <Skeleton className="h-24 w-full" />;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="recent-imports">
      <h2 id="recent-imports" className="mb-2 font-semibold text-md">
        {t("recent")}
      </h2>
      <ul className="overflow-hidden rounded-lg border border-line bg-surface">
        {rows.map((row) => (
          <ImportLine key={row.id} row={row} zone={project.timeZone} onDiscard={() => setDiscarding(row)} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button
          className="mt-2"
          size="sm"
          variant="ghost"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("older")}
        </Button>
      ) : null}
      {discarding ? <DiscardDialog row={discarding} onClose={closeDiscard} /> : null}
    </section>
  );
}
