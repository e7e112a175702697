"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent, ReactNode, RefObject } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

export type FleetDialogProps = {
  title: string;
  form: RefObject<HTMLFormElement | null>;
  /** Null: something is missing, and said. */
  onSave: () => Promise<unknown> | null;
  onClose: () => void;
  children: ReactNode;
};

/** A form for one of the partner's own; a refusal stands above its fields. */
export function FleetDialog({ title, form, onSave, onClose, children }: FleetDialogProps) {
  const t = useWords("partnerDesk");
  const common = useWords("common");
  const fleet = useTRPC().partnerDesk.fleet;
  const queryClient = useQueryClient();
  const { attempt, isPending, refusal } = useAttempt();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const saving = onSave();
    if (!saving) return;
    const isSaved = await attempt(t("saved"), () => saving);
    await queryClient.invalidateQueries(fleet.pathFilter());
    if (isSaved) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={title}
      footer={
        <Button type="submit" form="own-fleet" variant="primary" loading={isPending}>
          {common("save")}
        </Button>
      }
    >
      <form
        ref={form}
        id="own-fleet"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="flex flex-col gap-4"
      >
        {refusal ? <Banner tone="error">{refusal.message}</Banner> : null}
        {children}
      </form>
    </Dialog>
  );
}
