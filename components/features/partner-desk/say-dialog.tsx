"use client";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useDraft } from "@/components/lib/use-draft";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

/** What is about to be said, and of what. */
export type ToSay = {
  readonly assignmentId: string;
  readonly word:
    | "accepted"
    | "declined"
    | "picked-up"
    | "enroute"
    | "arrived"
    | "delivered"
    | "failed"
    | "returned"
    | "cancelled";
  readonly deliveryId?: string;
  readonly title: string;
};

export type SayDialogProps = { toSay: ToSay; onSaid: () => void; onClose: () => void };

const NEEDS_REASON: readonly ToSay["word"][] = ["declined", "failed", "cancelled"];

/** Asks for what belongs to a word, a reason or a name, and sends it once however often it is pressed. */
export function SayDialog({ toSay: { title, word, assignmentId, deliveryId }, onSaid, onClose }: SayDialogProps) {
  const t = useWords("partnerDesk");
  const say = useMutation(useTRPC().partnerDesk.say.mutationOptions());
  const { attempt, isPending, refusal } = useAttempt();
  const draft = useDraft({ note: "", recipientName: "" });
  const [mutationId] = useState(() => crypto.randomUUID());
  const { note, recipientName } = draft.values;
  const isFailure = NEEDS_REASON.includes(word);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isFailure && note.trim() === "") return draft.complain({ note: t("sayWhy") });
    const said = { assignmentId, word, note, recipientName, mutationId, ...(deliveryId && { deliveryId }) };
    if (await attempt(t(`said.${word}`, { title }), () => say.mutateAsync(said))) onClose();
    onSaid();
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t(`say.${word}`)}
      description={title}
      size="sm"
      footer={
        <Button type="submit" form="say" variant="primary" loading={isPending}>
          {t("send")}
        </Button>
      }
    >
      <form
        ref={draft.form}
        id="say"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4"
      >
        {refusal ? <Banner tone="error">{refusal.message}</Banner> : null}
        {word === "delivered" ? (
          <TextField
            label={t("recipient")}
            hint={t("recipientHint")}
            value={recipientName}
            onValueChange={(value) => draft.set("recipientName", value)}
          />
        ) : null}
        <TextArea
          label={t(isFailure ? "reason" : "note")}
          value={note}
          error={draft.errors.note}
          onValueChange={(value) => draft.set("note", value)}
        />
      </form>
    </Dialog>
  );
}
