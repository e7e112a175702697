"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { sayFault } from "@/components/lib/say-fault";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useBoardSession } from "../board-context";
import { ImportFiles } from "./import-files";
import { NothingLeft } from "./nothing-left";
import { PagedList } from "./paged-list";
import { useRecheck } from "./use-cutoff";
import { useOpenRows } from "./use-open-rows";
import { useRowAct } from "./use-row-act";

type FaultyRow = RouterOutput["cutoff"]["importFaults"]["rows"][number];

const keyOf = (row: FaultyRow) => `${row.importId}/${row.rowNumber}`;

/** Rows of files that keep orders out of the day: each faulty cell is written anew right there. */
export function ImportFaults() {
  const t = useWords("boardCutoff");
  const { planId } = useBoardSession();
  const trpc = useTRPC();
  const recheck = useRecheck();
  const query = useInfiniteQuery(
    trpc.cutoff.importFaults.infiniteQueryOptions({ planId }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const { rows, settle } = useOpenRows(query.data, keyOf);
  const imports = query.data?.pages[0]?.imports ?? [];
  const nameOf = new Map(imports.map(({ id, fileName }) => [id, fileName]));
  const isThrough = imports.length === 0;
  return (
    <>
      <ImportFiles imports={imports} onStarted={() => void recheck()} />
      <PagedList
        label={t("check.imports")}
        query={query}
        items={rows}
        itemKey={keyOf}
        estimateHeight={120}
        empty={<NothingLeft title={isThrough ? t("none.imports") : t("import.noneFaulty")} />}
        renderItem={(row) => (
          <FaultyRowForm row={row} fileName={nameOf.get(row.importId) ?? ""} onSettled={() => settle(row)} />
        )}
      />
    </>
  );
}

interface FaultyRowFormProps {
  readonly row: FaultyRow;
  readonly fileName: string;
  readonly onSettled: () => void;
}

function FaultyRowForm({ row, fileName, onSettled }: FaultyRowFormProps) {
  const t = useWords("boardCutoff");
  const refusalOf = useRefusalOf();
  const words = useWords("faults");
  const client = useTRPCClient();
  const recheck = useRecheck();
  const [cells, setCells] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const { isPending, act } = useRowAct({ onSettled, onProblem: (error) => setProblem(refusalOf(error).message) });
  const line = String(row.rowNumber);
  const run = (work: () => Promise<unknown>) => {
    setProblem(null);
    return act(work);
  };

  const save = () =>
    run(async () => {
      const fixed = await client.intake.fixRows.mutate({
        id: row.importId,
        rows: [{ rowNumber: row.rowNumber, cells: { ...cells } }],
      });
      const after = fixed.rows.find(({ rowNumber }) => rowNumber === row.rowNumber);
      if (after?.status !== "invalid") return true;
      setCells({});
      await recheck();
      return false;
    });
  const skip = () => run(() => client.intake.skipRows.mutate({ id: row.importId, rows: [row.rowNumber] }));

  return (
    <form
      className="flex flex-col gap-2 border-line border-b px-4 py-3"
      noValidate
      data-testid="faulty-row"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="flex items-baseline gap-2">
        <span className="font-medium">{row.externalId ?? t("import.line", { line })}</span>
        <span className="min-w-0 flex-1 truncate text-ink-muted text-sm">
          {fileName}
          {row.externalId ? ` · ${t("import.line", { line })}` : ""}
        </span>
      </p>
      {row.errors.map((error, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row's faults have no other name, and are replaced together.
        <div key={at} className="flex flex-col gap-1">
          {error.columnIndex === undefined ? null : (
            <TextField
              label={error.column || t("import.cell")}
              value={cells[error.columnIndex] ?? row.cells[error.columnIndex] ?? ""}
              onValueChange={(text) => setCells((before) => ({ ...before, [String(error.columnIndex)]: text }))}
              autoComplete="off"
            />
          )}
          <p className="text-pretty text-ink-muted text-sm">{sayFault(words, error)}</p>
        </div>
      ))}
      {problem ? (
        <p role="alert" className="text-alert text-sm">
          {problem}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button
          type="submit"
          size="sm"
          variant="primary"
          loading={isPending}
          disabled={Object.keys(cells).length === 0}
        >
          {t("import.save")}
        </Button>
        <Button size="sm" variant="ghost" disabled={isPending} onClick={() => void skip()}>
          {t("import.skip")}
        </Button>
      </div>
    </form>
  );
}
