"use client";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { useExceptionAct } from "@/components/lib/exceptions/use-exceptions";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { TextField } from "@/components/ui/text-field";
import { historySteps, sayStep } from "./history-steps";

/** Who did what when, newest first, with what they wrote; and a line to write one more. */
export function ExceptionHistory({ exception, mayEdit }: { exception: Exception; mayEdit: boolean }) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const trpc = useTRPC();
  const zone = exception.timeZone ?? "UTC";
  const log = useQuery(trpc.event.timeline.queryOptions({ entity: "exception", entityId: exception.id, limit: 100 }));
  const steps = historySteps(log.data ?? [], exception.notes);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-medium">{t("history")}</h3>
      {mayEdit ? <NoteForm key={exception.id} id={exception.id} /> : null}
      {log.isPending ? <Skeleton className="h-10 w-full" /> : null}
      <ol className="mt-1 ml-1 flex flex-col">
        {steps.map((step) => (
          <li key={step.key} className="relative border-line border-l pb-3 pl-4 last:pb-0">
            <span aria-hidden="true" className="absolute top-1.5 -left-1 size-2 rounded-full bg-line-control" />
            <p>{sayStep({ t, facts, zone }, step)}</p>
            {step.note ? (
              <p className="mt-1 whitespace-pre-wrap break-words rounded-md bg-hover px-3 py-2">{step.note}</p>
            ) : null}
            <p className="text-ink-muted text-sm">
              <time dateTime={new Date(step.atMs).toISOString()}>{t.format.instant(step.atMs, zone)}</time>
              {step.by ? ` · ${step.by}` : ""}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function NoteForm({ id }: { id: string }) {
  const t = useWords("exceptions");
  const [text, setText] = useState("");
  const { act } = useExceptionAct();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    act(id, { kind: "note", note: text.trim() }, () => setText(""));
  };
  return (
    <form onSubmit={save} className="flex items-end gap-2">
      <TextField
        label={t("addNote")}
        hideLabel
        placeholder={t("addNote")}
        value={text}
        onValueChange={setText}
        maxLength={2000}
        className="flex-1"
      />
      <Button type="submit" disabled={text.trim() === ""}>
        {t("saveNote")}
      </Button>
    </form>
  );
}
