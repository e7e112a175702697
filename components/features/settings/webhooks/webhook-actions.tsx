"use client";
import { useQueryClient } from "@tanstack/react-query";
import { History, KeyRound, Pause, Pencil, Play, RotateCw, Send, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { ResendRange } from "./resend-range";
import { answerText, type Webhook } from "./webhook-words";

export type WebhookActionsProps = {
  webhook: Webhook;
  onEdit: () => void;
  onSecret: (secret: string) => void;
  onDeleted: () => void;
};

type Act = "test" | "resendFailed" | "turn" | "rotate" | "remove";

/** One act at a time: which is under way, and its refusal as a passing word. */
function useActs() {
  const t = useWords("settingsWebhooks");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refused = useRefusalToast();
  const [busy, setBusy] = useState<Act | null>(null);
  const run = async (act: Act, work: () => Promise<void>): Promise<boolean> => {
    setBusy(act);
    try {
      await work();
      return true;
    } catch (error) {
      refused(t(`notDone.${act}`), error);
      return false;
    } finally {
      setBusy(null);
      await queries.invalidateQueries({ queryKey: trpc.webhook.pathKey() });
    }
  };
  return { busy, run };
}

/** Tries it, sends again what was lost, stops it or has it go on, gives it another secret, ends it. */
export function WebhookActions({ webhook, onEdit, onSecret, onDeleted }: WebhookActionsProps) {
  const t = useWords("settingsWebhooks");
  const toast = useToast();
  const client = useTRPCClient();
  const { busy, run } = useActs();
  // What was asked last stands while its dialog closes.
  const [asking, setAsking] = useState<{ readonly what: "rotate" | "remove"; readonly isOpen: boolean }>();
  const ask = (what: "rotate" | "remove") => setAsking({ what, isOpen: true });
  const isRemoving = asking?.what === "remove";
  const { id } = webhook;
  const isActive = webhook.status === "active";
  const [isChoosingSpan, setChoosingSpan] = useState(false);

  const test = () =>
    run("test", async () => {
      const { answer } = await client.webhook.test.mutate({ id });
      const isTaken = answer.failure === null;
      const said = answerText(t, answer.status, answer.failure);
      toast.show({
        title: t(isTaken ? "testTaken" : "testRefused"),
        description: t("answeredIn", { answer: said, milliseconds: answer.milliseconds }),
        tone: isTaken ? "ok" : "error",
      });
    });
  const resendFailed = () =>
    run("resendFailed", async () => {
      const { sent, hasMore } = await client.webhook.resendFailed.mutate({ webhookId: id });
      toast.show({ title: t(hasMore ? "resentSome" : "resent", { count: sent }), tone: "ok" });
    });
  const turn = (goesOn: boolean) =>
    run("turn", async () => {
      await client.webhook.change.mutate({ id, isActive: goesOn });
      toast.show({ title: t(goesOn ? "resumed" : "stopped"), tone: "ok" });
    });
  const confirm = async () => {
    const done = !isRemoving
      ? await run("rotate", async () => {
          const { secret } = await client.webhook.change.mutate({ id, secret: {} });
          if (secret) onSecret(secret);
        })
      : await run("remove", async () => {
          await client.webhook.remove.mutate({ id });
          toast.show({ title: t("deleted"), tone: "ok" });
          onDeleted();
        });
    if (done) setAsking((last) => last && { ...last, isOpen: false });
  };

  return (
    <div className="flex flex-wrap gap-2">
      <Button icon={<Send />} loading={busy === "test"} onClick={() => void test()}>
        {t("test")}
      </Button>
      <Button icon={<RotateCw />} loading={busy === "resendFailed"} onClick={() => void resendFailed()}>
        {t("resendFailed")}
      </Button>
      <Button icon={<History />} onClick={() => setChoosingSpan(true)}>
        {t("range")}
      </Button>
      {isActive ? null : (
        <Button variant="primary" icon={<Play />} loading={busy === "turn"} onClick={() => void turn(true)}>
          {t("resume")}
        </Button>
      )}
      {webhook.status === "disabled" ? null : (
        <Button icon={<Pause />} loading={busy === "turn"} onClick={() => void turn(false)}>
          {t("stop")}
        </Button>
      )}
      <Button icon={<Pencil />} onClick={onEdit}>
        {t("change")}
      </Button>
      <Button icon={<KeyRound />} onClick={() => ask("rotate")}>
        {t("rotate")}
      </Button>
      <Button variant="ghost" icon={<Trash2 />} onClick={() => ask("remove")}>
        {t("delete")}
      </Button>
      {isChoosingSpan ? <ResendRange webhook={webhook} onClose={() => setChoosingSpan(false)} /> : null}
      <AlertDialog
        open={asking?.isOpen ?? false}
        onOpenChange={(isOpen) => setAsking((last) => last && { ...last, isOpen })}
        title={t(isRemoving ? "deleteTitle" : "rotateTitle")}
        description={t(isRemoving ? "deleteAbout" : "rotateAbout")}
        confirmLabel={t(isRemoving ? "delete" : "rotate")}
        tone={isRemoving ? "danger" : "default"}
        pending={busy !== null}
        onConfirm={() => void confirm()}
      />
    </div>
  );
}
