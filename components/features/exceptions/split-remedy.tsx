"use client";
import { useQuery } from "@tanstack/react-query";
import { Split } from "lucide-react";
import Link from "next/link";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";

/** The whole route of a driver who is not there, dealt out to the others: looked at on the board before it is done. */
export function SplitRemedy({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const { data: split } = useQuery({
    ...trpc.exception.splitFix.queryOptions({ exceptionId: exception.id }),
    staleTime: 15_000,
  });
  if (!split) return null;
  return (
    <Link
      href={`/plan/${split.date}?project=${split.projectId}&mode=live&focus=${encodeURIComponent(`split:${split.routeId}`)}`}
      className="flex w-full items-center gap-3 rounded-md border border-line-strong bg-surface px-3 py-2 text-left hover:bg-hover [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted"
    >
      <Split aria-hidden="true" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{t("split.label", { count: split.stops, routes: split.routes })}</span>
        <span className="block truncate text-ink-muted text-sm tabular-nums">
          {t("split.effect", {
            time: t.format.minutesDelta(split.durationSeconds),
            late: split.lateAfter,
            left: split.left,
          })}
        </span>
      </span>
      <span className="text-accent text-sm">{t("preview")}</span>
    </Link>
  );
}
