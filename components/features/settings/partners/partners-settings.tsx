"use client";
import { useQuery } from "@tanstack/react-query";
import { ChartColumn, ChevronRight, Handshake, Plus } from "lucide-react";
import Link from "next/link";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button-class";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { SettingsSection } from "../settings-section";
import { reachText, STATUS_TONES, type Standing, type Standings, shareText, TEST_TONES } from "./partner-words";

/** Everybody who delivers for the organization, how each stands today, and by what one is chosen. */
export function PartnersSettings() {
  const t = useWords("settingsPartners");
  const refusalOf = useRefusalOf();
  const trpc = useTRPC();
  const mayChange = useMay("fleet.write");
  const [isAllShown, setAllShown] = useQueryState("archived", parseAsBoolean.withDefault(false));
  const { data, error } = useQuery(trpc.partner.list.queryOptions({}));
  useLiveRefresh(/^partner\.|^delivery\.changed$/, [trpc.partner.list.queryKey()]);
  const partners = data?.partners ?? [];
  const shown = [...partners]
    .filter(({ status }) => isAllShown || status !== "archived")
    .sort((a, b) => a.name.localeCompare(b.name));
  const hasArchived = partners.some(({ status }) => status === "archived");
  const add = mayChange ? (
    <Link href="/settings/partners/new" className={buttonClass({ variant: "primary" })}>
      <Plus aria-hidden="true" className="size-4" />
      {t("add")}
    </Link>
  ) : null;
  const actions =
    partners.length > 0 ? (
      <div className="flex flex-wrap gap-2">
        <Link href="/settings/partners/performance" className={buttonClass({})}>
          <ChartColumn aria-hidden="true" className="size-4" />
          {t("compare")}
        </Link>
        {add}
      </div>
    ) : undefined;
  return (
    <SettingsSection title={t("title")} description={t("about")} actions={actions}>
      {error ? (
        <Banner tone="error" title={t("unreadable")}>
          {refusalOf(error).message}
        </Banner>
      ) : null}
      {!data && !error ? <Skeleton className="h-40 w-full" /> : null}
      {data && partners.length === 0 ? (
        <EmptyState icon={<Handshake />} title={t("none")} actions={add}>
          {t("noneAbout")}
        </EmptyState>
      ) : null}
      {data && partners.length > 0 ? <RoutingLine routing={data.routing} /> : null}
      {hasArchived ? (
        <Checkbox
          label={t("archivedShown")}
          checked={isAllShown}
          onCheckedChange={(next) => void setAllShown(next || null)}
        />
      ) : null}
      {shown.length > 0 ? (
        <ul aria-label={t("title")} className="-mx-4 -mb-4 border-line border-t sm:-mx-5 sm:-mb-5">
          {shown.map((partner) => (
            <PartnerRow key={partner.id} partner={partner} />
          ))}
        </ul>
      ) : null}
    </SettingsSection>
  );
}

/** By what partners are chosen; where that is said is Policies. */
function RoutingLine({ routing }: { routing: Standings["routing"] }) {
  const t = useWords("settingsPartners");
  const { by, isFallback, isOverflow } = routing;
  return (
    <p className="max-w-140 text-pretty">
      {t("chosenBy", { by })} {t(isFallback ? "fallbackOn" : "fallbackOff")} {isOverflow ? `${t("overflowOn")} ` : ""}
      <Link href="/settings/policies" className="text-accent hover:underline">
        {t("policies")}
      </Link>
    </p>
  );
}

function PartnerRow({ partner }: { partner: Standing }) {
  const t = useWords("settingsPartners");
  const { id, name, type, status, connection, today, promised, onTime } = partner;
  const href = status === "draft" ? `/settings/partners/new?partner=${id}&step=ability` : `/settings/partners/${id}`;
  return (
    <li className="border-line border-b last:border-b-0">
      <Link href={href} className="flex items-center gap-3 px-4 py-2.5 outline-offset-[-2px] hover:bg-hover sm:px-5">
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="truncate font-medium">{name}</span>
            <Badge tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Badge>
          </span>
          <span className="block text-ink-muted">
            {t(`type.${type}`)} · {t("todayCount", { count: today })} ·{" "}
            {promised === 0 ? t("notMeasured") : t("onTimeOf", { share: shareText(t, onTime, promised) })}
          </span>
        </span>
        <Badge tone={connection ? TEST_TONES[connection.test.outcome] : "neutral"}>
          {reachText(t, connection?.test)}
        </Badge>
        <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
      </Link>
    </li>
  );
}
