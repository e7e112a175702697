import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { DoorMessage } from "./use-customer";

/** Has a message written to a door's customer once more; each call is an act of its own. */
export function useSendAgain(deliveryId: string, visitId: string, zone: string) {
  const t = useWords("customer");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const { mutate, isPending } = useMutation(
    trpc.customer.sendAgain.mutationOptions({
      onSuccess: ({ dueAtMs }) =>
        toast.show({
          title: t("sendAgain"),
          description: t("sendAgainDone", { when: t.format.instant(dueAtMs, zone) }),
          tone: "ok",
        }),
      onError: (error) => refuse(t("sendAgainFailed"), error),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.customer.read.queryKey({ deliveryId }) }),
    }),
  );
  const send = ({ trigger, channel }: Pick<DoorMessage, "trigger" | "channel">) =>
    mutate({ actId: crypto.randomUUID(), visitId, trigger, channel });
  return { send, isPending };
}
