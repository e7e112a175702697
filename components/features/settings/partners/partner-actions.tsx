"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { PartnerStatus } from "@/server/domain/partner/partner-schema";
import type { WholePartner } from "./partner-words";

/** Uses a partner or no longer: paused it keeps what it has, archived it is not listed any more. */
export function PartnerActions({ partner: { id, version, status } }: { partner: WholePartner }) {
  const t = useWords("settingsPartners");
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toast = useToast();
  const refused = useRefusalToast();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const turn = async (next: PartnerStatus, done: string) => {
    setBusy(true);
    try {
      await client.partner.edit.mutate({ id, version, changes: { status: next } });
      toast.show({ title: done, tone: "ok" });
    } catch (error) {
      refused(t("notDone"), error);
    } finally {
      setBusy(false);
      setAsking(false);
      await queries.invalidateQueries({ queryKey: trpc.partner.pathKey() });
    }
  };
  return (
    <div className="flex flex-wrap gap-2">
      {status === "active" ? (
        <Button icon={<Pause />} loading={isBusy} onClick={() => void turn("disabled", t("paused"))}>
          {t("pause")}
        </Button>
      ) : null}
      {status === "disabled" || status === "draft" ? (
        <Button variant="primary" icon={<Play />} loading={isBusy} onClick={() => void turn("active", t("resumed"))}>
          {t("resume")}
        </Button>
      ) : null}
      {status === "archived" ? (
        <Button icon={<ArchiveRestore />} loading={isBusy} onClick={() => void turn("disabled", t("unarchived"))}>
          {t("unarchive")}
        </Button>
      ) : (
        <Button variant="ghost" icon={<Archive />} onClick={() => setAsking(true)}>
          {t("archive")}
        </Button>
      )}
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("archiveTitle")}
        description={t("archiveAbout")}
        confirmLabel={t("archive")}
        tone="danger"
        pending={isBusy}
        onConfirm={() => void turn("archived", t("archived"))}
      />
    </div>
  );
}
