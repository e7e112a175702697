"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useAttempt } from "@/components/lib/use-attempt";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { PartnerFacts } from "./partner-facts";
import type { WholePartner } from "./partner-words";
import { TestResult } from "./test-result";

export type ReviewStepProps = {
  partner: WholePartner;
  onGo: (step: "who" | "ability" | "reach") => void;
  onDone: () => void;
};

/** All that was said of a partner, before it is offered orders. */
export function ReviewStep({ partner, onGo, onDone }: ReviewStepProps) {
  const t = useWords("settingsPartners");
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { attempt, isPending, refusal } = useAttempt();
  const { id, version, name, connection } = partner;
  const activate = () =>
    attempt(t("activated", { name }), async () => {
      await client.partner.edit.mutate({ id, version, changes: { status: "active" } });
      await queries.invalidateQueries({ queryKey: trpc.partner.pathKey() });
      onDone();
    });
  return (
    <div className="flex flex-col gap-5">
      {refusal ? (
        <Banner tone="error" title={t("notSaved")}>
          {refusal.code === "stale" ? t("somebodyElse") : refusal.message}
        </Banner>
      ) : null}
      <PartnerFacts
        partner={partner}
        actionOf={(part) => (
          <IconButton label={`${t("change")}: ${t(`step.${part}`)}`} icon={<Pencil />} onClick={() => onGo(part)} />
        )}
      />
      {connection ? <TestResult test={connection.test} /> : null}
      {connection?.test.outcome === "failed" ? <Banner tone="warn">{t("activateAnyway")}</Banner> : null}
      <p className="text-ink-muted">{t("reviewAbout")}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onGo("reach")}>{t("previous")}</Button>
        <Button variant="primary" loading={isPending} onClick={() => void activate()}>
          {t("activate")}
        </Button>
      </div>
    </div>
  );
}
