"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { WebhookTopic } from "@/server/domain/webhook/webhook-topic";
import { REFRESH_MS, type Webhook } from "./webhook-words";

const DAY_MS = 24 * 3600_000;
const MINUTE_MS = 60_000;
const WHICH = ["lost", "all"] as const;
const ANY = "any";

/** An instant as a field for local times has it: "2026-06-10T09:30". */
function localText(instant: Date): string {
  const shifted = new Date(instant.getTime() - instant.getTimezoneOffset() * MINUTE_MS);
  return shifted.toISOString().slice(0, 16);
}

/** Sends what was said in a span once more; how much that is stands there before it is begun. */
export function ResendRange({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const t = useWords("settingsWebhooks");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const { attempt, isPending, refusal } = useAttempt();
  const [span, setSpan] = useState(() => {
    const now = Date.now();
    return { from: localText(new Date(now - DAY_MS)), before: localText(new Date(now + MINUTE_MS)) };
  });
  const [which, setWhich] = useState<(typeof WHICH)[number]>("lost");
  const [topic, setTopic] = useState<WebhookTopic | typeof ANY>(ANY);
  const [from, before] = [new Date(span.from), new Date(span.before)];
  const isSpan = from < before;
  const input = { webhookId: webhook.id, which, from, before, ...(topic !== ANY && { topic }) };
  const counted = useQuery({
    ...trpc.webhook.countRange.queryOptions(input),
    enabled: isSpan,
    refetchInterval: REFRESH_MS,
  });
  const count = isSpan ? counted.data?.count : undefined;
  const isTooMany = counted.data !== undefined && counted.data.count > counted.data.most;

  const start = () =>
    attempt(t("resent", { count: count ?? 0 }), async () => {
      await client.webhook.resendRange.mutate(input);
      await queries.invalidateQueries({ queryKey: trpc.webhook.pathKey() });
      onClose();
    });

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("range")}
      description={t("rangeAbout")}
      footer={
        <Button variant="primary" disabled={!count || isTooMany} loading={isPending} onClick={() => void start()}>
          {t("rangeStart", { count: isTooMany ? 0 : (count ?? 0) })}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        {refusal ? (
          <Banner tone="error" title={t("notDone.resendFailed")}>
            {refusal.message}
          </Banner>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t("rangeFrom")}
            type="datetime-local"
            value={span.from}
            onValueChange={(next) => setSpan({ ...span, from: next })}
          />
          <TextField
            label={t("rangeTo")}
            type="datetime-local"
            value={span.before}
            onValueChange={(next) => setSpan({ ...span, before: next })}
            error={isSpan ? undefined : t("rangeBackwards")}
          />
        </div>
        <SegmentedControl
          className="self-start"
          label={t("rangeWhich")}
          options={WHICH.map((value) => ({ value, label: t(`range.${value}`) }))}
          value={which}
          onValueChange={setWhich}
        />
        <Select
          label={t("rangeTopic")}
          options={[
            { value: ANY, label: t("rangeAnyTopic") },
            ...webhook.topics.map((value) => ({ value, label: t(`topic.${value}`) })),
          ]}
          value={topic}
          onValueChange={setTopic}
        />
        <p role="status" className={isTooMany ? "text-warn" : "text-ink-muted"}>
          {count === undefined
            ? "…"
            : isTooMany
              ? t("rangeTooMany", { count, most: counted.data?.most ?? 0 })
              : t("rangeCount", { count })}
          {count && webhook.status !== "active" ? ` ${t("rangeWaits")}` : null}
        </p>
      </div>
    </Dialog>
  );
}
