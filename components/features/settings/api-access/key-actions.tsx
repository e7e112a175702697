"use client";
import { Ban, KeyRound, Pencil } from "lucide-react";
import { useState } from "react";
import { useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { MOST_OVERLAP_DAYS } from "@/server/domain/access/key-overlap";
import { KeyEditor } from "./key-editor";
import { type ApiKey, kindOf, type ShownKey } from "./key-words";

export type KeyActionsProps = {
  apiKey: ApiKey;
  /** What its API is called. */
  api: string;
  onChanged: () => void;
  onSecret: (shown: ShownKey) => void;
};

const OVERLAPS = Array.from({ length: MOST_OVERLAP_DAYS + 1 }, (_, days) => days);

/** Called otherwise, ended sooner or later; given another secret; shut. */
export function KeyActions({ apiKey, api, onChanged, onSecret }: KeyActionsProps) {
  const t = useWords("settingsApiAccess");
  const toast = useToast();
  const refused = useRefusalToast();
  const client = useTRPCClient();
  const [asking, setAsking] = useState<"edit" | "rotate" | "shut" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [overlapDays, setOverlapDays] = useState(1);
  const { id, name } = apiKey;
  const isSandbox = apiKey.kind === "sandbox";
  const run = async (failed: string, work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
      setAsking(null);
    } catch (error) {
      refused(failed, error);
    } finally {
      setBusy(false);
      onChanged();
    }
  };
  const rotate = () =>
    run(t("notExchanged"), async () => onSecret(await client.apiAccess.rotate.mutate({ id, overlapDays, isSandbox })));
  const shut = () =>
    run(t("notShut"), async () => {
      await client.apiAccess.revoke.mutate({ id, isSandbox });
      toast.show({ title: t("shutDone", { name }), tone: "ok" });
    });
  const close = (isOpen: boolean) => !isOpen && setAsking(null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={<Pencil />} onClick={() => setAsking("edit")}>
        {t("change")}
      </Button>
      {kindOf(apiKey) === "partner" ? null : (
        <Button icon={<KeyRound />} onClick={() => setAsking("rotate")}>
          {t("rotate")}
        </Button>
      )}
      <Button variant="ghost" icon={<Ban />} onClick={() => setAsking("shut")}>
        {t("shut")}
      </Button>
      {asking === "edit" ? (
        <KeyEditor
          apiKey={apiKey}
          onSaved={() => {
            setAsking(null);
            onChanged();
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      <AlertDialog
        open={asking === "rotate"}
        onOpenChange={close}
        title={t("rotateTitle", { name })}
        description={t("rotateAbout")}
        confirmLabel={t("rotate")}
        pending={isBusy}
        onConfirm={() => void rotate()}
      >
        <Select
          label={t("overlap")}
          options={OVERLAPS.map((days) => ({ value: String(days), label: t("overlapDays", { days }) }))}
          value={String(overlapDays)}
          onValueChange={(days) => setOverlapDays(Number(days))}
        />
      </AlertDialog>
      <AlertDialog
        open={asking === "shut"}
        onOpenChange={close}
        title={t("shutTitle", { name })}
        description={t(`shutAbout.${kindOf(apiKey)}`, { api })}
        confirmLabel={t("shut")}
        tone="danger"
        pending={isBusy}
        onConfirm={() => void shut()}
      />
    </div>
  );
}
