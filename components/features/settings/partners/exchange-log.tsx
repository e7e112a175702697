"use client";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ChevronRight, MessagesSquare } from "lucide-react";
import { parseAsBoolean, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { browserTimeZone } from "@/components/lib/time-zones";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { EXCHANGE_KINDS } from "@/server/domain/partner/exchange-kind";
import { PagedList } from "../paged-list";

type Exchange = RouterOutput["partner"]["exchanges"]["rows"][number];

const KINDS = ["all", ...EXCHANGE_KINDS] as const;

/** What was said to a partner and by it, newest first; opened, word for word. */
export function ExchangeLog({ partnerId }: { partnerId: string }) {
  const t = useWords("settingsPartners");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [{ kind, failed: isFailedOnly }, setShown] = useQueryStates({
    kind: parseAsStringLiteral(KINDS).withDefault("all"),
    failed: parseAsBoolean.withDefault(false),
  });
  const wanted = { partnerId, isFailedOnly, kind: kind === "all" ? undefined : kind };
  const pages = useInfiniteQuery({
    queryKey: [...trpc.partner.exchanges.queryKey(), partnerId, kind, isFailedOnly],
    queryFn: ({ pageParam, signal }) =>
      client.partner.exchanges.query({ ...wanted, ...(pageParam && { cursor: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <Select
          label={t("show")}
          className="w-60"
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onValueChange={(next) => void setShown({ kind: next })}
        />
        <Checkbox
          label={t("failedOnly")}
          checked={isFailedOnly}
          onCheckedChange={(failed) => void setShown({ failed: failed || null })}
        />
      </div>
      <PagedList
        pages={pages}
        label={t("tab.exchanges")}
        older={t("older")}
        empty={
          <EmptyState icon={<MessagesSquare />} title={t("noExchanges")}>
            {t("noExchangesAbout")}
          </EmptyState>
        }
        rows={rows.map((exchange) => <ExchangeRow key={exchange.id} exchange={exchange} partnerId={partnerId} />)}
      />
    </>
  );
}

function ExchangeRow({ exchange, partnerId }: { exchange: Exchange; partnerId: string }) {
  const t = useWords("settingsPartners");
  const [isOpen, setOpen] = useState(false);
  const { kind, status, failure, milliseconds, createdAt } = exchange;
  const isBad = failure !== "" || (status !== null && status >= 400);
  const answer = status === null ? t(failure ? "noAnswer" : "heard") : t("http", { status: String(status) });
  return (
    <li className="border-line border-b last:border-b-0">
      <details open={isOpen} onToggle={(toggled) => setOpen(toggled.currentTarget.open)} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-3 px-3 py-2 outline-offset-[-2px] hover:bg-hover">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-muted transition-transform duration-100 group-open:rotate-90"
          />
          <span className="min-w-0 flex-1 truncate font-medium">{t(`kind.${kind}`)}</span>
          <Badge tone={isBad ? "alert" : "ok"}>{answer}</Badge>
          <span className="hidden w-20 text-right text-ink-muted text-sm tabular-nums sm:block">
            {milliseconds === null ? "" : t("milliseconds", { count: milliseconds })}
          </span>
          <time className="w-full shrink-0 pl-7 text-ink-muted text-sm sm:w-36 sm:pl-0 sm:text-right">
            {t.format.instant(createdAt, browserTimeZone())}
          </time>
        </summary>
        {isOpen ? <ExchangeWords id={exchange.id} partnerId={partnerId} /> : null}
      </details>
    </li>
  );
}

function ExchangeWords({ id, partnerId }: { id: string; partnerId: string }) {
  const t = useWords("settingsPartners");
  const trpc = useTRPC();
  const refusalOf = useRefusalOf();
  const { data, error } = useQuery(trpc.partner.exchange.queryOptions({ id, partnerId }));
  if (error) {
    return (
      <Banner tone="error" className="m-3" title={t("exchangeUnreadable")}>
        {refusalOf(error).message}
      </Banner>
    );
  }
  if (!data) return <Skeleton className="m-3 h-24" />;
  return (
    <div className="flex flex-col gap-3 bg-canvas px-3 py-3 text-sm sm:pl-9">
      {data.failure ? <p className="text-alert">{data.failure}</p> : null}
      <Said title={t("request")} text={data.request} />
      <Said title={t("answer")} text={data.answer} />
      <p className="text-ink-muted">{t("reference", { id: data.correlationId })}</p>
    </div>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  const t = useWords("settingsPartners");
  return (
    <section aria-label={title}>
      <h4 className="mb-1 font-medium">{title}</h4>
      <pre className="scroll-quiet max-h-60 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-surface p-2 font-mono text-xs">
        {text || t("nothingSaid")}
      </pre>
    </section>
  );
}
