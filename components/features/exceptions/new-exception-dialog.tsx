"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import { MANUAL_TYPES, SEVERITIES, type Severity } from "@/server/domain/exception/exception-type";

/** An exception written down by hand: about an order, or about the day. */
export function NewExceptionDialog({ onClose }: { onClose: () => void }) {
  const t = useWords("exceptions");
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  const [type, setType] = useState<(typeof MANUAL_TYPES)[number]>("address-issue");
  const [severity, setSeverity] = useState<Severity>("medium");
  const [order, setOrder] = useState("");
  const [note, setNote] = useState("");
  const { mutate, isPending } = useMutation(
    trpc.exception.create.mutationOptions({
      onSuccess: ({ id }) => {
        if (id === null) toast.show({ title: t("create.exists"), tone: "warn" });
        else toast.show({ title: t("create.done"), tone: "ok" });
        onClose();
      },
      onError: (error) => refuse(t("create.failed"), error),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.exception.pathKey() }),
    }),
  );
  const externalId = order.trim();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("create.title")}
      footer={
        <Button
          variant="primary"
          loading={isPending}
          onClick={() => mutate({ type, severity, note, ...(externalId && { externalId }) })}
        >
          {t("create.save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t("create.kind")}
          options={MANUAL_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
          value={type}
          onValueChange={(next) => setType(MANUAL_TYPES.find((each) => each === next) ?? "other")}
        />
        <Select
          label={t("severity")}
          options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
          value={severity}
          onValueChange={(next) => setSeverity(SEVERITIES.find((each) => each === next) ?? "medium")}
        />
        <TextField
          label={t("create.order")}
          hint={t("create.orderHint")}
          value={order}
          onValueChange={setOrder}
          autoComplete="off"
        />
        <TextArea label={t("create.note")} value={note} onValueChange={setNote} />
      </div>
    </Dialog>
  );
}
