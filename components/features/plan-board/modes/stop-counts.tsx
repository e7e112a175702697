"use client";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useFormats } from "@/components/lib/words/words-context";
import { useBoardStoreApi } from "../board-store";

export interface StopCount {
  readonly label: string;
  readonly icon: ReactNode;
  readonly visitIds: readonly string[];
}

/** Counts that lead to their stops: a click selects them and brings them into view. */
export function StopCounts({ counts }: { counts: readonly StopCount[] }) {
  const { count } = useFormats();
  const store = useBoardStoreApi();
  return (
    <ul className="-mx-2 flex flex-col">
      {counts.map(({ label, icon, visitIds }) => (
        <li key={label}>
          <button
            type="button"
            disabled={visitIds.length === 0}
            onClick={() =>
              store.setState(({ fitRequests }) => ({
                selectedIds: new Set(visitIds),
                pinned: true,
                fitRequests: fitRequests + 1,
              }))
            }
            className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left enabled:hover:bg-hover disabled:text-ink-muted pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0"
          >
            {icon}
            <span className="flex-1">{label}</span>
            <span className="font-semibold tabular-nums">{count(visitIds.length)}</span>
            <ChevronRight className={visitIds.length === 0 ? "invisible" : "text-ink-muted"} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
