"use client";
import { useState } from "react";
import { type Exception, SEVERITY_TONES } from "@/components/lib/exceptions/exception-words";
import { useExceptionAct } from "@/components/lib/exceptions/use-exceptions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { nextSeverity } from "@/server/domain/exception/exception-type";
import type { Inbox } from "./use-inbox";

export interface EscalateDialogProps {
  readonly exceptions: readonly Exception[];
  readonly owners: Inbox["owners"];
  readonly onClose: () => void;
}

const KEEP = "keep";

/** One step graver, with less time, to whom, and why: what the next person reads first. */
export function EscalateDialog({ exceptions, owners, onClose }: EscalateDialogProps) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const [ownerId, setOwnerId] = useState<string>(KEEP);
  const [note, setNote] = useState("");
  const { act, isPending } = useExceptionAct();
  const [one] = exceptions;
  const ids = exceptions.map(({ id }) => id);
  const owner = ownerId === KEEP ? {} : { ownerId };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("escalateTitle", { count: exceptions.length })}
      description={t("escalateAbout")}
      footer={
        <Button
          variant="primary"
          loading={isPending}
          onClick={() => act(ids, { kind: "escalate", note: note.trim(), ...owner }, onClose)}
        >
          {t("escalateDo")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {exceptions.length === 1 && one ? (
          <p className="flex items-center gap-2">
            <Badge tone={SEVERITY_TONES[one.severity]}>{facts(`severity.${one.severity}`)}</Badge>
            <span aria-hidden="true">→</span>
            <Badge tone={SEVERITY_TONES[nextSeverity(one.severity)]}>
              {facts(`severity.${nextSeverity(one.severity)}`)}
            </Badge>
          </p>
        ) : null}
        <Select
          label={t("escalateTo")}
          options={[
            { value: KEEP, label: t("sameOwner") },
            ...owners.map(({ id, name, isYou }) => ({ value: id, label: isYou ? t("you", { name }) : name })),
          ]}
          value={ownerId}
          onValueChange={setOwnerId}
        />
        <TextArea label={t("escalateNote")} value={note} onValueChange={setNote} maxLength={2000} />
      </div>
    </Dialog>
  );
}
