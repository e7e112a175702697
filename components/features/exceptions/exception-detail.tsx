"use client";
import { ChevronsUp, ClipboardCheck, MapPinned } from "lucide-react";
import Link from "next/link";
import { boardAddress, isSnoozed, reviewAddress } from "@/components/lib/exceptions/exception-state";
import { ExceptionAge, ExceptionTimer } from "@/components/lib/exceptions/exception-timer";
import { type Exception, SEVERITY_TONES, useSayException } from "@/components/lib/exceptions/exception-words";
import { useExceptionAct } from "@/components/lib/exceptions/use-exceptions";
import { useNow } from "@/components/lib/exceptions/use-now";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Select } from "@/components/ui/select";
import { isStanding } from "@/server/domain/exception/exception-type";
import { ConcernedStops } from "./concerned-stops";
import { ExceptionFacts } from "./exception-facts";
import { ExceptionHistory } from "./exception-history";
import { Remedies } from "./remedies";
import { ReportedPictures } from "./reported-pictures";
import { SnoozeMenu } from "./snooze-menu";
import type { Inbox } from "./use-inbox";

export interface ExceptionDetailProps {
  readonly exception: Exception;
  readonly owners: Inbox["owners"];
  readonly onEscalate: () => void;
}

const MINUTE_MS = 60_000;

/** One exception whole: what is wrong, what may help, whose it is, and what has been done about it. */
export function ExceptionDetail({ exception, owners, onEscalate }: ExceptionDetailProps) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const say = useSayException();
  const mayEdit = useMay("plan.edit");
  const nowMs = useNow(MINUTE_MS);
  const { type, severity, status, dueAtMs, raisedAtMs, snoozedUntilMs, timeZone } = exception;
  const stands = isStanding(status);
  const address = boardAddress(exception);
  const review = reviewAddress(exception);
  const mayReview = useMay("proof.read");
  return (
    <div className="flex flex-col gap-5 p-4 sm:p-5" data-testid="exception-detail">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone={SEVERITY_TONES[severity]}>{facts(`severity.${severity}`)}</Badge>
          <Badge>{facts(`status.${status}`)}</Badge>
          {stands ? <ExceptionTimer dueAtMs={dueAtMs} /> : null}
          {stands ? <ExceptionAge raisedAtMs={raisedAtMs} /> : null}
        </div>
        <h2 className="font-semibold text-lg max-md:sr-only">{facts(`type.${type}`)}</h2>
        <p className="text-pretty">{say(exception)}</p>
        {stands ? null : <p className="text-ink-muted text-sm">{sayEnd(t, facts, exception)}</p>}
        {isSnoozed(exception, nowMs) ? (
          <p className="text-ink-muted text-sm">
            {t("snoozedUntil", { time: t.format.clock(snoozedUntilMs!, timeZone ?? "UTC") })}
          </p>
        ) : null}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {address ? (
            <Link href={address} className={buttonClass({ size: "sm" })}>
              <MapPinned className="-ml-0.5 size-4" aria-hidden="true" />
              {t("openOnBoard")}
            </Link>
          ) : null}
          {review && mayReview ? (
            <Link href={review} className={buttonClass({ size: "sm" })}>
              <ClipboardCheck className="-ml-0.5 size-4" aria-hidden="true" />
              {t("openReview")}
            </Link>
          ) : null}
        </div>
      </header>
      {stands && mayEdit ? (
        <Acts exception={exception} isAsleep={isSnoozed(exception, nowMs)} onEscalate={onEscalate} />
      ) : null}
      {stands && mayEdit ? <Remedies key={exception.id} exception={exception} /> : null}
      {mayReview && exception.source === "rule" ? <ReportedPictures key={exception.id} exception={exception} /> : null}
      <ConcernedStops exception={exception} />
      <ExceptionFacts exception={exception} />
      {mayEdit && stands ? <Owner exception={exception} owners={owners} /> : null}
      <ExceptionHistory exception={exception} mayEdit={mayEdit} />
    </div>
  );
}

type WordsHere = ReturnType<typeof useWords<"exceptions">>;
type FactsHere = ReturnType<typeof useWords<"exceptionFacts">>;

function sayEnd(t: WordsHere, facts: FactsHere, { status, closedAtMs, closedBy, timeZone }: Exception): string {
  const at = closedAtMs === null ? "" : t.format.clock(closedAtMs, timeZone ?? "UTC");
  if (closedBy === "") return t("closedByItself", { at });
  return t("closedBy", { status: facts(`status.${status}`), name: closedBy, at });
}

interface ActsProps {
  readonly exception: Exception;
  readonly isAsleep: boolean;
  readonly onEscalate: () => void;
}

function Acts({ exception: { id, status }, isAsleep, onEscalate }: ActsProps) {
  const t = useWords("exceptions");
  const { act, isPending } = useExceptionAct();
  return (
    <div className="flex flex-wrap gap-2">
      {status === "open" ? (
        <Button size="sm" variant="primary" disabled={isPending} onClick={() => act(id, { kind: "acknowledge" })}>
          {t("acknowledge")}
        </Button>
      ) : null}
      <Button size="sm" disabled={isPending} onClick={() => act(id, { kind: "resolve", note: "" })}>
        {t("resolve")}
      </Button>
      <Button size="sm" icon={<ChevronsUp />} disabled={isPending} onClick={onEscalate}>
        {t("escalate")}
      </Button>
      {isAsleep ? (
        <Button size="sm" disabled={isPending} onClick={() => act(id, { kind: "snooze", minutes: null })}>
          {t("wake")}
        </Button>
      ) : (
        <SnoozeMenu disabled={isPending} onSnooze={(minutes) => act(id, { kind: "snooze", minutes })} />
      )}
      <Button size="sm" variant="ghost" disabled={isPending} onClick={() => act(id, { kind: "dismiss", note: "" })}>
        {t("dismiss")}
      </Button>
    </div>
  );
}

const NOBODY = "nobody";

function Owner({ exception: { id, ownerId, ownerName }, owners }: Pick<ExceptionDetailProps, "exception" | "owners">) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const { act } = useExceptionAct();
  const people = owners.length > 0 ? owners : ownerId ? [{ id: ownerId, name: ownerName, isYou: false }] : [];
  return (
    <Select
      label={t("owner")}
      options={[
        { value: NOBODY, label: facts("anonymous") },
        ...people.map(({ id: value, name, isYou }) => ({ value, label: isYou ? t("you", { name }) : name })),
      ]}
      value={ownerId ?? NOBODY}
      onValueChange={(next) => act(id, { kind: "assign", ownerId: next === NOBODY ? null : next })}
    />
  );
}
