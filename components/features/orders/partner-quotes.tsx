"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";

type Able = RouterOutput["partner"]["quotes"]["able"][number];

/** What each partner would ask for an order, best first by the policy; one is chosen by hand. */
export function PartnerQuotes({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const t = useWords("orderPartner");
  const refusalOf = useRefusalOf();
  const refused = useRefusalToast();
  const toast = useToast();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [chosenId, setChosenId] = useState<string | null>(null);
  // Asked when it opens, and not again by itself: each time partners' servers are asked.
  const { data, error } = useQuery({
    queryKey: [...trpc.partner.pathKey(), "asked", orderId],
    queryFn: () => client.partner.quotes.mutate({ deliveryId: orderId }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const handOver = async ({ partnerId, name }: Able) => {
    setChosenId(partnerId);
    try {
      const { outcome, attempts } = await client.partner.handOver.mutate({ deliveryId: orderId, partnerId });
      const isTaken = outcome === "handed-over" || outcome === "awaited";
      const last = attempts[0]?.outcome;
      const declined = last === "declined" || last === "kept" ? last : "failedToTake";
      const said = outcome === "handed-over" ? "handedOver" : outcome === "awaited" ? "awaited" : declined;
      toast.show({ title: outcome === "not-open" ? t("notOpen") : t(said, { name }), tone: isTaken ? "ok" : "error" });
      if (isTaken) onClose();
    } catch (failure) {
      refused(t("notHandedOver"), failure);
    } finally {
      setChosenId(null);
      await queries.invalidateQueries({ queryKey: trpc.partner.ofDelivery.queryKey() });
      await queries.invalidateQueries({ queryKey: trpc.order.pathKey() });
    }
  };
  return (
    <Drawer open onOpenChange={(next) => !next && onClose()} title={t("dialogTitle")} description={t("dialogAbout")}>
      <div className="flex flex-col gap-4">
        {error ? (
          <Banner tone="error" title={t("notAsked")}>
            {refusalOf(error).message}
          </Banner>
        ) : null}
        {!data && !error ? (
          <div role="status" aria-label={t("asking")}>
            <Skeleton className="h-40 w-full" />
          </div>
        ) : null}
        {data?.able.length === 0 ? <EmptyState title={t("nobody")}>{t("nobodyAbout")}</EmptyState> : null}
        {data && data.able.length > 0 ? (
          <>
            <p className="text-ink-muted">{t("by", { by: data.by })}</p>
            <ul aria-label={t("dialogTitle")} className="rounded-md border border-line">
              {data.able.map((able) => (
                <li
                  key={able.partnerId}
                  className="flex items-center gap-3 border-line border-b px-3 py-2 last:border-b-0"
                >
                  <Quote able={able} />
                  <Button
                    size="sm"
                    variant="primary"
                    aria-label={`${t("choose")}: ${able.name}`}
                    loading={chosenId === able.partnerId}
                    disabled={chosenId !== null}
                    onClick={() => void handOver(able)}
                  >
                    {t("choose")}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {data && data.unable.length > 0 ? (
          <section aria-label={t("unable")}>
            <h3 className="mb-1 font-semibold">{t("unable")}</h3>
            <ul className="text-ink-muted">
              {data.unable.map(({ partnerId, name, obstacle }) => (
                <li key={partnerId}>
                  {name}: {t(`obstacle.${obstacle}`)}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Drawer>
  );
}

function Quote({ able: { name, quote, onTimeShare, isTooSlow } }: { able: Able }) {
  const t = useWords("orderPartner");
  const said = quote?.answer.outcome === "quoted" ? quote.answer : null;
  const about = [
    said?.minutes == null ? null : t("minutes", { minutes: said.minutes }),
    said?.co2Grams == null ? null : t("carbon", { grams: said.co2Grams }),
    onTimeShare === null ? t("onTimeUnknown") : t("onTime", { share: t.format.share(onTimeShare) }),
  ].filter((each) => each !== null);
  return (
    <div className="min-w-0 flex-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">{name}</span>
        <span className="tabular-nums">{said ? t.format.money(said.priceCents, said.currency) : t("notQuoted")}</span>
        {said && quote?.isAssumed ? <Badge>{t("assumed")}</Badge> : null}
      </p>
      <p className="text-ink-muted text-sm">{about.join(" · ")}</p>
      {isTooSlow ? <p className="text-sm text-warn">{t("tooSlow")}</p> : null}
    </div>
  );
}
