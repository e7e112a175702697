"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/text-area";
import { useToast } from "@/components/ui/toast";
import { addLocalDays } from "@/server/domain/time/local-date";
import { localDateAt } from "@/server/domain/time/zoned-time";

/** On which day a failed delivery is tried again, and what its driver should know. Tomorrow unless told otherwise. */
export function RetryDialog({ exception, onClose }: { exception: Exception; onClose: () => void }) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  const today = localDateAt(new Date(), exception.timeZone ?? "UTC");
  const [date, setDate] = useState(addLocalDays(today, 1));
  const [instructions, setInstructions] = useState("");
  const { mutate, isPending } = useMutation(
    trpc.exception.retry.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("retry.done", { date: t.format.date(date) }), tone: "ok" });
        onClose();
      },
      onError: (error) => refuse(t("retry.failed"), error),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.exception.pathKey() }),
    }),
  );
  const said = instructions.trim();
  const save = () => mutate({ deliveryId: exception.deliveryId!, date, ...(said && { instructions: said }) });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("retry.title")}
      description={t("retry.about")}
      footer={
        <Button variant="primary" loading={isPending} disabled={!date} onClick={save}>
          {t("retry")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <DatePicker label={t("retry.date")} value={date} min={today} onValueChange={setDate} />
        <TextArea label={t("retry.instructions")} value={instructions} onValueChange={setInstructions} />
      </div>
    </Dialog>
  );
}
