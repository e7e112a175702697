"use client";
import clsx from "clsx";
import { OctagonAlert } from "lucide-react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { useWords } from "@/components/lib/words/words-context";
import { usePlanExceptions } from "./plan-exceptions-context";

const NOTHING: readonly Exception[] = [];

/** That a stop has exceptions, and of which kinds. */
export function StopExceptionMark({ visitId }: { visitId: string }) {
  return <Mark exceptions={usePlanExceptions().byVisit.get(visitId) ?? NOTHING} />;
}

/** How many exceptions a route has, its stops' included. */
export function RouteExceptionMark({ routeId }: { routeId: string }) {
  return <Mark exceptions={usePlanExceptions().byRoute.get(routeId) ?? NOTHING} isCounted />;
}

function Mark({ exceptions, isCounted }: { exceptions: readonly Exception[]; isCounted?: boolean }) {
  const t = useWords("boardLive");
  const facts = useWords("exceptionFacts");
  if (exceptions.length === 0) return null;
  const kinds = [...new Set(exceptions.map(({ type }) => facts(`type.${type}`)))];
  const label = t("exceptionsAre", { kinds: t.format.list(kinds) });
  const isGrave = exceptions.some(({ severity }) => severity === "high" || severity === "critical");
  return (
    <span
      title={label}
      className={clsx(
        "inline-flex shrink-0 items-center gap-0.5 font-medium text-sm leading-4 tabular-nums",
        isGrave ? "text-alert" : "text-warn",
      )}
    >
      <OctagonAlert className="size-3.5" role="img" aria-label={label} />
      {isCounted ? t.format.count(exceptions.length) : null}
    </span>
  );
}
