"use client";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { downloadText } from "@/components/lib/download-text";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import type { FleetList } from "@/server/domain/fleet-list/fleet-list";

/** A project's whole list as a file that the fleet import takes back. */
export function ExportList({ projectId, list }: { projectId: string; list: FleetList }) {
  const t = useWords("fleet");
  const trpc = useTRPC();
  const refuse = useRefusalToast();
  const { mutate, isPending } = useMutation(
    trpc.fleet.export.mutationOptions({
      onSuccess: ({ fileName, csv }) => downloadText(fileName, "text/csv", csv),
      onError: (error) => refuse(t("notExported"), error),
    }),
  );
  return (
    <Button icon={<Download />} loading={isPending} onClick={() => mutate({ projectId, list })}>
      {t("exportList")}
    </Button>
  );
}
