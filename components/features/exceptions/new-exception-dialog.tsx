"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ExceptionRequest } from "@/components/lib/exceptions/exception-requests";
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

export interface NewExceptionDialogProps {
  /** What it is about; absent: an order that is named by its number, or the day. */
  readonly about?: ExceptionRequest;
  readonly onClose: () => void;
}

type ManualType = (typeof MANUAL_TYPES)[number];

/** An exception written down by hand: about an order, a route, or the day. */
export function NewExceptionDialog({ about, onClose }: NewExceptionDialogProps) {
  const t = useWords("exceptionForm");
  const facts = useWords("exceptionFacts");
  const [type, setType] = useState<ManualType>(about?.routeId ? "driver-issue" : "address-issue");
  const [severity, setSeverity] = useState<Severity>("medium");
  const [order, setOrder] = useState("");
  const [note, setNote] = useState("");
  const { mutate, isPending } = useCreate(onClose);
  const externalId = order.trim();
  const { deliveryId, routeId } = about ?? {};
  const subject = { ...(deliveryId && { deliveryId }), ...(routeId && { routeId }), ...(externalId && { externalId }) };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={about?.label}
      footer={
        <Button variant="primary" loading={isPending} onClick={() => mutate({ type, severity, note, ...subject })}>
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Select
            label={t("kind")}
            options={MANUAL_TYPES.map((value) => ({ value, label: facts(`type.${value}`) }))}
            value={type}
            onValueChange={setType}
          />
          <Select
            label={t("severity")}
            options={SEVERITIES.map((value) => ({ value, label: facts(`severity.${value}`) }))}
            value={severity}
            onValueChange={setSeverity}
          />
        </div>
        {about ? null : (
          <TextField
            label={t("order")}
            hint={t("orderHint")}
            value={order}
            onValueChange={setOrder}
            autoComplete="off"
          />
        )}
        <TextArea label={t("note")} value={note} onValueChange={setNote} maxLength={2000} />
      </div>
    </Dialog>
  );
}

function useCreate(onDone: () => void) {
  const t = useWords("exceptionForm");
  const trpc = useTRPC();
  const toast = useToast();
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  return useMutation(
    trpc.exception.create.mutationOptions({
      onSuccess: ({ id }) => {
        if (id === null) toast.show({ title: t("exists"), tone: "warn" });
        else toast.show({ title: t("done"), tone: "ok" });
        onDone();
      },
      onError: (error) => refuse(t("failed"), error),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.exception.pathKey() }),
    }),
  );
}
