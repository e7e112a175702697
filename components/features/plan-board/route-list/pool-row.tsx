"use client";
import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { openPool } from "./toggle-row";
import { TreeCell, TreeRow } from "./tree-row";

/** The heading of the unassigned stops; taking a stop here takes it off its route. */
export function PoolRow({ count, expanded }: { count: number; expanded: boolean }) {
  const t = useWords("boardRoutes");
  const store = useBoardStoreApi();
  const isTarget = useBoardStore((state) => state.dropPlace?.kind === "pool");
  const isCursor = useBoardStore((state) => state.cursor?.kind === "pool");
  return (
    <TreeRow
      id="row-pool"
      aria-level={1}
      aria-expanded={expanded}
      aria-selected={isCursor}
      aria-label={t("unassignedRow", { count })}
      data-drop-kind="pool"
      className={clsx(
        "relative flex h-10 cursor-default select-none items-center gap-1.5 border-line border-b pr-3 pl-1",
        isTarget ? "bg-accent-soft outline-2 outline-accent -outline-offset-2" : "bg-surface-sunken",
        isCursor && "outline-2 outline-focus -outline-offset-2",
      )}
    >
      <TreeCell className="flex min-w-0 flex-1 items-center gap-1.5">
        <button
          type="button"
          tabIndex={-1}
          aria-label={expanded ? t("closeUnassigned") : t("openUnassigned")}
          onClick={(event) => {
            event.stopPropagation();
            openPool(store, !expanded);
          }}
          className="grid size-6 place-items-center rounded-sm text-ink-muted hover:bg-pressed hover:text-ink"
        >
          <ChevronRight className={clsx("size-3.5 transition-transform duration-100", expanded && "rotate-90")} />
        </button>
        <span className="size-2.5 rotate-45 border-[1.5px] border-ink-muted" aria-hidden="true" />
        <span className="ml-1 flex-1 truncate font-medium">{t("unassigned")}</span>
        <span className="text-ink-muted tabular-nums">{t.format.count(count)}</span>
      </TreeCell>
    </TreeRow>
  );
}
