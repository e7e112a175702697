"use client";
import clsx from "clsx";
import { Eye } from "lucide-react";
import { memo, useEffect, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { ExceptionTimer } from "./exception-timer";
import { type Exception, SEVERITY_TONES, sayException } from "./exception-words";
import { TypeIcon } from "./type-icon";

export interface ExceptionRowProps {
  readonly exception: Exception;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
  /** Enter on the one that is chosen. */
  readonly onOpen: (exception: Exception) => void;
}

/** One exception: what, about whom, how grave, whose, and until when. */
export const ExceptionRow = memo(function ExceptionRow({ exception, isChosen, onChoose, onOpen }: ExceptionRowProps) {
  const t = useWords("exceptions");
  const { id, type, severity, status, routeNumber, driverName, recipient, street, ownerName, dueAtMs } = exception;
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const about = [
    ...(routeNumber === null ? [] : [t("route", { number: String(routeNumber) })]),
    ...[recipient, street, driverName].filter((each) => each),
  ].join(" · ");
  const isClosed = status === "resolved" || status === "dismissed";
  return (
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
      className={clsx(
        "flex w-full items-center gap-3 border-line border-b px-4 py-2 text-left sm:px-5",
        isChosen ? "bg-selected" : "bg-surface hover:bg-hover",
      )}
    >
      <span
        className={clsx(
          "grid size-8 shrink-0 place-items-center rounded-md [&>svg]:size-4",
          severity === "critical" ? "bg-alert-soft text-alert" : "bg-hover text-ink-muted",
        )}
      >
        <TypeIcon type={type} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="shrink-0 font-medium">{t(`type.${type}`)}</span>
          <span className="min-w-0 truncate text-ink-muted">{about}</span>
        </span>
        <span className="block truncate text-sm">{sayException(t, exception)}</span>
      </span>
      <span className="flex shrink-0 flex-col items-end gap-1 sm:flex-row sm:items-center sm:gap-3">
        {ownerName ? <Avatar name={ownerName} /> : null}
        {status === "acknowledged" ? (
          <span className="max-sm:hidden">
            <Badge icon={<Eye aria-hidden="true" />}>{t("status.acknowledged")}</Badge>
          </span>
        ) : null}
        {isClosed ? (
          <Badge tone={status === "resolved" ? "ok" : "neutral"}>{t(`status.${status}`)}</Badge>
        ) : (
          <Badge tone={SEVERITY_TONES[severity]}>{t(`severity.${severity}`)}</Badge>
        )}
        {isClosed ? null : (
          <span className="sm:w-28 sm:text-right">
            <ExceptionTimer dueAtMs={dueAtMs} />
          </span>
        )}
      </span>
    </button>
  );
});

function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className="grid size-6 shrink-0 place-items-center rounded-full border border-line-strong bg-surface font-semibold text-[0.625rem] text-accent uppercase"
    >
      {letters.join("")}
    </span>
  );
}
