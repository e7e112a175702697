"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Message } from "./message-words";

/** Sends a letter that did not surely arrive once more; one that may have arrived only when asked twice. */
export function ResendMessage({ message, onDone }: { message: Message; onDone: () => void }) {
  const t = useWords("outbox");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const refused = useRefusalToast();
  const [isAsked, setAsked] = useState(false);
  const resend = useMutation(
    trpc.message.resend.mutationOptions({
      onSuccess: () => {
        toast.show({ title: t("resent"), tone: "ok" });
        onDone();
      },
      onError: (error) => refused(t("notResent"), error),
      onSettled: () => {
        setAsked(false);
        return queries.invalidateQueries({ queryKey: trpc.message.pathKey() });
      },
    }),
  );
  const send = () => resend.mutate({ messageId: message.id });
  return (
    <>
      <Button
        size="sm"
        className="self-start"
        icon={<Send />}
        loading={resend.isPending && !isAsked}
        onClick={() => (message.status === "unknown" ? setAsked(true) : send())}
      >
        {t("resend")}
      </Button>
      <AlertDialog
        open={isAsked}
        onOpenChange={setAsked}
        title={t("resendAsk")}
        description={t("resendUnknown", { name: message.recipientName || message.recipient })}
        confirmLabel={t("resend")}
        pending={resend.isPending}
        onConfirm={send}
      />
    </>
  );
}
