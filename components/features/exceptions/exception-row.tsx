"use client";
import clsx from "clsx";
import { AlarmClock, Eye } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { ExceptionAge, ExceptionTimer } from "@/components/lib/exceptions/exception-timer";
import { type Exception, SEVERITY_TONES, sayAbout, useSayException } from "@/components/lib/exceptions/exception-words";
import { TypeTile } from "@/components/lib/exceptions/type-icon";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { isStanding } from "@/server/domain/exception/exception-type";
import { OwnerMark } from "./owner-mark";

export interface ExceptionRowProps {
  readonly exception: Exception;
  readonly isChosen: boolean;
  /** Undefined: it cannot be selected. */
  readonly isSelected: boolean | undefined;
  /** Its time is over for now. */
  readonly isSnoozed: boolean;
  readonly onChoose: (id: string) => void;
  readonly onSelect: (id: string, isOn: boolean) => void;
  /** Enter on the one that is chosen. */
  readonly onOpen: (exception: Exception) => void;
}

/** One exception: what, about whom, how grave, whose, since when and until when. */
export const ExceptionRow = memo(function ExceptionRow(props: ExceptionRowProps) {
  const { exception, isChosen, isSelected, isSnoozed, onChoose, onSelect, onOpen } = props;
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const say = useSayException();
  const { id, type, severity } = exception;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <div
      className={clsx(
        "flex items-center border-line border-b",
        isChosen || isSelected ? "bg-selected" : "bg-surface hover:bg-hover",
        isChosen && "shadow-[inset_3px_0_0_var(--color-accent)]",
      )}
    >
      {isSelected === undefined ? null : (
        <Checkbox
          label={t("selectOne", { what: facts(`type.${type}`), about: sayAbout(facts, exception) })}
          hideLabel
          checked={isSelected}
          onCheckedChange={(isOn) => onSelect(id, isOn)}
          tabIndex={-1}
          className="shrink-0 pl-4 max-sm:hidden sm:pl-5"
        />
      )}
      <button
        ref={row}
        type="button"
        aria-current={isChosen || undefined}
        onClick={() => onChoose(id)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !isChosen) return;
          event.preventDefault();
          onOpen(exception);
        }}
        className="flex min-w-0 flex-1 items-center gap-3 px-4 py-2 text-left sm:pr-5 sm:pl-3"
      >
        <TypeTile type={type} severity={severity} className="size-8" />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="shrink-0 font-medium">{facts(`type.${type}`)}</span>
            <span className="min-w-0 truncate text-ink-muted">{sayAbout(facts, exception)}</span>
          </span>
          <span className="block truncate text-sm">{say(exception)}</span>
        </span>
        <RowState exception={exception} isSnoozed={isSnoozed} />
      </button>
    </div>
  );
});

/** Whose, how grave, and its times. */
function RowState({ exception, isSnoozed }: Pick<ExceptionRowProps, "exception" | "isSnoozed">) {
  const t = useWords("exceptionFacts");
  const { severity, status, ownerName, dueAtMs, raisedAtMs, snoozedUntilMs, timeZone } = exception;
  const stands = isStanding(status);
  return (
    <span className="flex shrink-0 flex-col items-end gap-1 sm:flex-row sm:items-center sm:gap-3">
      <span className="flex items-center gap-1.5 sm:gap-3">
        {ownerName ? <OwnerMark name={ownerName} /> : null}
        {status === "acknowledged" ? (
          <span className="max-md:hidden">
            <Badge icon={<Eye aria-hidden="true" />}>{t("status.acknowledged")}</Badge>
          </span>
        ) : null}
        {stands ? (
          <Badge tone={SEVERITY_TONES[severity]}>{t(`severity.${severity}`)}</Badge>
        ) : (
          <Badge tone={status === "resolved" ? "ok" : "neutral"}>{t(`status.${status}`)}</Badge>
        )}
      </span>
      {stands ? (
        <span className="flex flex-col items-end sm:w-28">
          {isSnoozed && snoozedUntilMs !== null ? (
            <span className="inline-flex items-center gap-1 text-ink-muted text-sm tabular-nums">
              <AlarmClock className="size-3.5" aria-label={t("snoozed")} role="img" />
              {t.format.clock(snoozedUntilMs, timeZone ?? "UTC")}
            </span>
          ) : (
            <ExceptionTimer dueAtMs={dueAtMs} />
          )}
          <span className="max-sm:hidden">
            <ExceptionAge raisedAtMs={raisedAtMs} />
          </span>
        </span>
      ) : null}
    </span>
  );
}
