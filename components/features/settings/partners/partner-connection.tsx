"use client";
import { useQueryClient } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PartnerFacts } from "./partner-facts";
import { PartnerTokens } from "./partner-tokens";
import type { WholePartner } from "./partner-words";
import { ReachForm } from "./reach-form";
import { TestResult } from "./test-result";

/** How a partner is reached, whether it answers, and by which tokens its own programs come. */
export function PartnerConnection({ partner, mayChange }: { partner: WholePartner; mayChange: boolean }) {
  const t = useWords("settingsPartners");
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refused = useRefusalToast();
  const mayGiveKeys = useMay("members.manage");
  const [isTesting, setTesting] = useState(false);
  const { connection } = partner;
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.partner.pathKey() });
  const test = async () => {
    setTesting(true);
    try {
      await client.partner.test.mutate({ partnerId: partner.id });
    } catch (error) {
      refused(t("notTested"), error);
    } finally {
      setTesting(false);
      await refresh();
    }
  };
  return (
    <>
      {connection?.areSecretsLost ? (
        <Banner tone="error" title={t("secretsLost")}>
          {t(mayChange ? "secretsLostHint" : "secretsLostAsk")}
        </Banner>
      ) : connection ? (
        <TestResult test={connection.test} />
      ) : null}
      {connection?.overlapUntil ? (
        <p className="text-ink-muted">
          {t("secretOverlap", { time: t.format.instant(connection.overlapUntil, browserTimeZone()) })}
        </p>
      ) : null}
      {connection && mayChange && !connection.areSecretsLost ? (
        <Button className="self-start" icon={<RotateCw />} loading={isTesting} onClick={() => void test()}>
          {t("testAgain")}
        </Button>
      ) : null}
      {mayChange ? (
        <ReachForm key={connection?.id ?? "none"} partner={partner} action={t("saveAndTest")} onSaved={refresh} />
      ) : (
        <PartnerFacts partner={partner} />
      )}
      {mayGiveKeys ? <PartnerTokens partnerId={partner.id} /> : null}
    </>
  );
}
