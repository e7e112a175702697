"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { SettingsSection } from "../settings-section";
import { AbilityForm } from "./ability-form";
import { ExchangeLog } from "./exchange-log";
import { PartnerActions } from "./partner-actions";
import { PartnerConnection } from "./partner-connection";
import { PartnerFacts } from "./partner-facts";
import { STATUS_TONES, type WholePartner } from "./partner-words";
import { TrendView } from "./trend-view";
import { WhoForm } from "./who-form";
import { WorkList } from "./work-list";

const TABS = ["facts", "connection", "work", "exchanges", "performance"] as const;

/** One partner: what it is, how it is reached, what it has to do, what was said, how well it delivers. */
export function PartnerPage({ partnerId }: { partnerId: string }) {
  const t = useWords("settingsPartners");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const mayChange = useMay("fleet.write");
  const mayAudit = useMay("audit.read");
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(TABS).withDefault("facts"));
  const { data: partner, error } = useQuery(trpc.partner.get.queryOptions({ id: partnerId }));
  useLiveRefresh(/^partner\./, [trpc.partner.get.queryKey({ id: partnerId }), trpc.partner.work.queryKey()]);
  const items = TABS.filter((each) => each !== "exchanges" || mayAudit).map((value) => ({
    value,
    label: t(`tab.${value}`),
  }));
  return (
    <>
      <Link href="/settings/partners" className="flex items-center gap-1.5 self-start text-accent hover:underline">
        <ArrowLeft aria-hidden="true" className="size-4" />
        {t("back")}
      </Link>
      {error ? <Banner tone="error">{refusalOf(error).message}</Banner> : null}
      {!partner && !error ? <Skeleton className="h-80 w-full" /> : null}
      {partner ? (
        <SettingsSection
          title={partner.name}
          description={
            <span className="flex items-center gap-2">
              {t(`type.${partner.type}`)}{" "}
              <Badge tone={STATUS_TONES[partner.status]}>{t(`status.${partner.status}`)}</Badge>
            </span>
          }
          actions={mayChange ? <PartnerActions partner={partner} /> : undefined}
        >
          <Tabs
            label={t("tabs")}
            items={items}
            value={tab}
            onValueChange={(next) => void setTab(next)}
            className="-mx-2 -mt-2"
          />
          {tab === "facts" ? <Facts partner={partner} mayChange={mayChange} /> : null}
          {tab === "connection" ? <PartnerConnection partner={partner} mayChange={mayChange} /> : null}
          {tab === "work" ? <WorkList partnerId={partnerId} /> : null}
          {tab === "exchanges" && mayAudit ? <ExchangeLog partnerId={partnerId} /> : null}
          {tab === "performance" ? <TrendView partnerId={partnerId} /> : null}
        </SettingsSection>
      ) : null}
    </>
  );
}

/** The facts as fields for whoever may change them, else as they are. */
function Facts({ partner, mayChange }: { partner: WholePartner; mayChange: boolean }) {
  const t = useWords("settingsPartners");
  const trpc = useTRPC();
  const queries = useQueryClient();
  if (!mayChange) return <PartnerFacts partner={partner} />;
  const saved = () => void queries.invalidateQueries({ queryKey: trpc.partner.pathKey() });
  const { id, version } = partner;
  return (
    <>
      <section aria-label={t("step.who")} className="flex flex-col gap-4">
        <h3 className="font-semibold">{t("step.who")}</h3>
        <WhoForm key={`who ${id}.${version}`} partner={partner} action={t("save")} onSaved={saved} />
      </section>
      <section aria-label={t("step.ability")} className="flex flex-col gap-4 border-line border-t pt-5">
        <h3 className="font-semibold">{t("step.ability")}</h3>
        <AbilityForm key={`ability ${id}.${version}`} partner={partner} action={t("save")} onSaved={saved} />
      </section>
    </>
  );
}
