"use client";
import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";

const LOOK_AGAIN_MILLISECONDS = 60_000;

/** While addresses wait nothing may happen for hours, and then it is time that passes: it is to be looked again. */
export function lookAgainWhileWaiting({
  state,
}: {
  state: { data?: { pages: readonly { pending: number }[] } | undefined };
}): number | false {
  return (state.data?.pages[0]?.pending ?? 0) > 0 && LOOK_AGAIN_MILLISECONDS;
}

export type WaitingAddressesProps = {
  count: number;
  /** Null while they are just being looked up. */
  since: string | null;
};

/** Addresses whose geocoder has not answered for a while, and the way to ask it now. */
export function WaitingAddresses({ count, since }: WaitingAddressesProps) {
  const t = useWords("common");
  const client = useTRPCClient();
  const toast = useToast();
  const refused = useRefusalToast();
  const mayWrite = useMay("order.write");
  const { mutate, isPending } = useMutation({
    mutationFn: () => client.location.tryWaiting.mutate({}),
    onSuccess: ({ isHeard }) =>
      toast.show(isHeard ? { title: t("waiting.asked"), tone: "ok" } : { title: t("waiting.away"), tone: "warn" }),
    onError: (error) => refused(t("waiting.notAsked"), error),
  });
  if (count === 0 || since === null) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-warn-soft px-4 py-2 text-sm text-warn"
    >
      <p className="min-w-0 flex-1 basis-64 text-pretty">
        {t("waiting.since", { count, time: t.format.instant(since, browserTimeZone()) })}
      </p>
      {mayWrite ? (
        <Button size="sm" icon={<RotateCw aria-hidden="true" />} loading={isPending} onClick={() => mutate()}>
          {t("waiting.try")}
        </Button>
      ) : null}
    </div>
  );
}
