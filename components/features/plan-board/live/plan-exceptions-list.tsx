"use client";
import clsx from "clsx";
import { Check, Inbox, ShieldCheck } from "lucide-react";
import Link from "next/link";
import { ExceptionTimer } from "@/components/lib/exceptions/exception-timer";
import { type Exception, SEVERITY_TONES, sayAbout, useSayException } from "@/components/lib/exceptions/exception-words";
import { TypeTile } from "@/components/lib/exceptions/type-icon";
import { useExceptionAct } from "@/components/lib/exceptions/use-exceptions";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { type BoardStore, useBoardStore, useBoardStoreApi } from "../board-store";
import { moveCursor } from "../select-stops";
import { usePlanExceptions } from "./plan-exceptions-context";

/** What of this day needs somebody, in the place of the routes: each leads to its stop or route in list and map. */
export function PlanExceptionsList() {
  const t = useWords("boardLive");
  const { list } = usePlanExceptions();
  if (list.length === 0) {
    return (
      <EmptyState icon={<ShieldCheck />} title={t("noExceptions")} className="flex-1">
        {t("noExceptionsAbout")}
      </EmptyState>
    );
  }
  return (
    <section aria-label={t("exceptions")} className="flex min-h-0 flex-1 flex-col">
      <ul className="scroll-quiet min-h-0 flex-1">
        {list.map((exception) => (
          <Row key={exception.id} exception={exception} />
        ))}
      </ul>
      <div className="border-line border-t p-2">
        <Link href="/live/exceptions" className={buttonClass({ size: "sm" })}>
          <Inbox className="-ml-0.5 size-4" aria-hidden="true" />
          {t("openInbox")}
        </Link>
      </div>
    </section>
  );
}

function Row({ exception }: { exception: Exception }) {
  const facts = useWords("exceptionFacts");
  const say = useSayException();
  const store = useBoardStoreApi();
  const { type, severity, dueAtMs } = exception;
  const stopId = subjectOf(exception);
  const isCursor = useBoardStore(({ cursor }) =>
    cursor?.kind === "stop" ? cursor.id === stopId : cursor?.kind === "route" && cursor.id === exception.routeId,
  );
  return (
    <li className={clsx("flex items-center border-line border-b", isCursor ? "bg-selected" : "hover:bg-hover")}>
      <button
        type="button"
        data-testid="plan-exception"
        aria-current={isCursor || undefined}
        onClick={() => standOn(store, exception)}
        className="flex min-w-0 flex-1 items-start gap-2.5 py-2 pr-1 pl-3 text-left"
      >
        <TypeTile type={type} severity={severity} className="mt-0.5 size-7" />
        <span className="min-w-0 flex-1">
          <span className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate font-medium">{facts(`type.${type}`)}</span>
            <Badge tone={SEVERITY_TONES[severity]}>{facts(`severity.${severity}`)}</Badge>
          </span>
          <span className="block text-pretty text-sm leading-4.5">{say(exception)}</span>
          <span className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate text-ink-muted text-sm">{sayAbout(facts, exception)}</span>
            <ExceptionTimer dueAtMs={dueAtMs} />
          </span>
        </span>
      </button>
      <Acknowledge exception={exception} />
    </li>
  );
}

/** Keeps its place when there is nothing to do, so that rows stay aligned. */
function Acknowledge({ exception: { id, status } }: { exception: Exception }) {
  const t = useWords("boardLive");
  const mayEdit = useMay("plan.edit");
  const { act, isPending } = useExceptionAct();
  return (
    <span className="w-8 shrink-0">
      {mayEdit && status === "open" ? (
        <IconButton
          label={t("acknowledge")}
          size="sm"
          icon={<Check />}
          disabled={isPending}
          onClick={() => act(id, { kind: "acknowledge" })}
        />
      ) : null}
    </span>
  );
}

/** The door it is about: its own, else the first of those concerned. */
function subjectOf({ visitId, details }: Exception): string | null {
  return visitId ?? details.visitIds?.[0] ?? null;
}

function standOn(store: BoardStore, exception: Exception): void {
  const stopId = subjectOf(exception);
  if (stopId !== null) moveCursor(store, { kind: "stop", id: stopId });
  else if (exception.routeId !== null) moveCursor(store, { kind: "route", id: exception.routeId });
  else return;
  store.setState(({ fitRequests }) => ({ fitRequests: fitRequests + 1, narrowView: "map" }));
}
