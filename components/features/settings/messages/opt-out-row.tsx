"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { IconButton } from "@/components/ui/icon-button";

export type OptOut = RouterOutput["notification"]["optOuts"]["optOuts"][number];

/** One address that is not written to by a channel, and the way to write to it again. */
export function OptOutRow({ optOut }: { optOut: OptOut }) {
  const t = useWords("settingsMessages");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refuse = useRefusalToast();
  const mayRemove = useMay("settings.write");
  const zone = useChosenProject().project?.timeZone ?? "UTC";
  const [isAsking, setAsking] = useState(false);
  const { channel, address, createdAt } = optOut;
  const remove = useMutation(
    trpc.notification.removeOptOut.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.notification.optOuts.pathKey() }),
      onError: (error) => refuse(t("optOut.notRemoved"), error),
      onSettled: () => setAsking(false),
    }),
  );
  return (
    <li className="flex min-h-11 items-center gap-3 border-line border-b px-4 py-1.5 last:border-b-0 sm:px-5">
      <Badge>{t(`channel.${channel}`)}</Badge>
      <span className="min-w-0 flex-1 truncate">{address}</span>
      <span className="hidden text-ink-muted text-sm sm:inline">{t.format.instant(createdAt, zone)}</span>
      {mayRemove ? (
        <IconButton label={t("optOut.remove", { address })} icon={<X />} onClick={() => setAsking(true)} />
      ) : null}
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("optOut.removeTitle", { address })}
        description={t("optOut.removeAbout")}
        confirmLabel={t("optOut.removeConfirm")}
        tone="danger"
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ channel, address })}
      />
    </li>
  );
}
