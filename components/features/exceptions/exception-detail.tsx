"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronsUp, ClipboardCheck, MapPinned, Phone } from "lucide-react";
import Link from "next/link";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { ExceptionTimer } from "./exception-timer";
import { boardAddress, type Exception, reviewAddress, SEVERITY_TONES, sayException } from "./exception-words";
import { Remedies } from "./remedies";
import { useExceptionAct } from "./use-exceptions";

/** One exception whole: what is wrong, what may help, whose it is, and what was noted. */
export function ExceptionDetail({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const mayEdit = useMay("plan.edit");
  const { type, severity, status, dueAtMs } = exception;
  const isStanding = status === "open" || status === "acknowledged";
  const address = boardAddress(exception);
  const review = reviewAddress(exception);
  const mayReview = useMay("proof.read");
  return (
    <div className="flex flex-col gap-5 p-4 sm:p-5" data-testid="exception-detail">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <Badge tone={SEVERITY_TONES[severity]}>{t(`severity.${severity}`)}</Badge>
          <Badge>{t(`status.${status}`)}</Badge>
          {isStanding ? <ExceptionTimer dueAtMs={dueAtMs} /> : null}
        </div>
        <h2 className="font-semibold text-lg max-md:sr-only">{t(`type.${type}`)}</h2>
        <p className="text-pretty">{sayException(t, exception)}</p>
        {isStanding ? null : <p className="text-ink-muted text-sm">{sayEnd(t, exception)}</p>}
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
      {isStanding && mayEdit ? <Acts exception={exception} /> : null}
      {isStanding && mayEdit ? <Remedies key={exception.id} exception={exception} /> : null}
      <Facts exception={exception} />
      {mayEdit ? <Owner exception={exception} isStanding={isStanding} /> : null}
      <Notes exception={exception} mayEdit={mayEdit} />
    </div>
  );
}

type WordsHere = ReturnType<typeof useWords<"exceptions">>;

function sayEnd(t: WordsHere, { status, closedAtMs, closedBy, timeZone }: Exception): string {
  const at = closedAtMs === null ? "" : t.format.clock(closedAtMs, timeZone ?? "UTC");
  if (closedBy === "") return t("closedByItself", { at });
  return t("closedBy", { status: t(`status.${status}`), name: closedBy, at });
}

function Acts({ exception: { id, status } }: { exception: Exception }) {
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
      <Button size="sm" disabled={isPending} onClick={() => act(id, { kind: "dismiss", note: "" })}>
        {t("dismiss")}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={<ChevronsUp />}
        disabled={isPending}
        onClick={() => act(id, { kind: "escalate", note: "" })}
      >
        {t("escalate")}
      </Button>
    </div>
  );
}

function Facts({ exception }: { exception: Exception }) {
  const t = useWords("exceptions");
  const { routeNumber, driverName, driverPhone, recipient, street, externalId, raisedAtMs, timeZone, date } = exception;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("subject"), routeNumber === null ? null : t("route", { number: String(routeNumber) })],
    [
      t("driver"),
      driverName ? (
        <>
          {driverName}
          {driverPhone ? (
            <a href={`tel:${driverPhone}`} className="ml-2 inline-flex items-center gap-1 text-accent hover:underline">
              <Phone className="size-3.5" aria-hidden="true" />
              {t("call")}
            </a>
          ) : null}
        </>
      ) : null,
    ],
    [t("stop"), [recipient, street].filter((each) => each).join(", ")],
    [t("order"), externalId],
    [t("raised"), `${date ? t.format.date(date) : ""} ${t.format.clock(raisedAtMs, timeZone ?? "UTC")}`],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

const NOBODY = "nobody";

function Owner({ exception: { id, ownerId, ownerName }, isStanding }: { exception: Exception; isStanding: boolean }) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const owners = useQuery(trpc.exception.owners.queryOptions({}));
  const { act } = useExceptionAct();
  const people = owners.data ?? (ownerId ? [{ id: ownerId, name: ownerName }] : []);
  return (
    <Select
      label={t("owner")}
      disabled={!isStanding}
      options={[
        { value: NOBODY, label: t("nobody") },
        ...people.map(({ id: value, name }) => ({ value, label: name })),
      ]}
      value={ownerId ?? NOBODY}
      onValueChange={(next) => act(id, { kind: "assign", ownerId: next === NOBODY ? null : next })}
    />
  );
}

function Notes({ exception: { id, notes, timeZone }, mayEdit }: { exception: Exception; mayEdit: boolean }) {
  const t = useWords("exceptions");
  const [text, setText] = useState("");
  const { act } = useExceptionAct();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    act(id, { kind: "note", note: text.trim() });
    setText("");
  };
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t("notes")}</h3>
      <ul className="flex flex-col gap-2 empty:hidden">
        {notes.map((note) => (
          <li key={`${note.at} ${note.text}`} className="rounded-md bg-hover px-3 py-2">
            <p className="whitespace-pre-wrap break-words">{note.text}</p>
            <p className="text-ink-muted text-sm">
              {note.by} · {t.format.clock(note.at, timeZone ?? "UTC")}
            </p>
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <form onSubmit={save} className="flex items-end gap-2">
          <TextField
            label={t("addNote")}
            hideLabel
            placeholder={t("addNote")}
            value={text}
            onValueChange={setText}
            className="flex-1"
          />
          <Button type="submit" disabled={text.trim() === ""}>
            {t("saveNote")}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
