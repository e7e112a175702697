"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Handshake, Undo2 } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { OrderDetails } from "./order-facts";
import { PartnerQuotes } from "./partner-quotes";

/** With which partner an order is and was, and the ways to give it to one and to take it back. */
export function OrderPartner({ order, zone }: { order: OrderDetails; zone: string }) {
  const t = useWords("orderPartner");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const refused = useRefusalToast();
  const mayDispatch = useMay("plan.dispatch");
  const [isChoosing, setChoosing] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const { data } = useQuery(trpc.partner.ofDelivery.queryOptions({ deliveryId: order.id }));
  const keys = [trpc.partner.ofDelivery.queryKey({ deliveryId: order.id }), trpc.order.get.queryKey({ id: order.id })];
  useLiveRefresh(/^partner\./, keys);
  if (!data || (data.handovers.length === 0 && !data.hasPartners)) return null;
  const { handovers, hasPartners } = data;
  const current = handovers.find(({ endedAt }) => endedAt === null);
  const isOpen = order.status === "requested" && !order.route && !current;
  const mayTakeBack = current && (order.status === "requested" || order.status === "assigned");
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.partner.pathKey() });
  const takeBack = async () => {
    setBusy(true);
    try {
      await client.partner.takeBack.mutate({ deliveryId: order.id });
      toast.show({ title: t("takenBack"), tone: "ok" });
    } catch (error) {
      refused(t("notTakenBack"), error);
    } finally {
      setBusy(false);
      setAsking(false);
      await Promise.all([refresh(), queries.invalidateQueries({ queryKey: trpc.order.pathKey() })]);
    }
  };
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 border-line border-t py-3">
      <h3 className="font-semibold">{t("title")}</h3>
      {handovers.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : null}
      <ul>
        {handovers.map((handover) => (
          <li key={handover.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <Link href={`/settings/partners/${handover.partnerId}?tab=work`} className="text-accent hover:underline">
              {handover.partnerName}
            </Link>
            <Badge tone={handover === current ? "accent" : "neutral"}>{t(`status.${handover.status}`)}</Badge>
            <span className="text-ink-muted text-sm">
              {t("since", { time: t.format.instant(handover.answeredAt ?? handover.createdAt, zone) })}
              {handover.reference ? ` · ${handover.reference}` : ""}
            </span>
          </li>
        ))}
      </ul>
      {mayDispatch && isOpen && hasPartners ? (
        <Button size="sm" className="self-start" icon={<Handshake />} onClick={() => setChoosing(true)}>
          {t("handOver")}
        </Button>
      ) : null}
      {mayDispatch && mayTakeBack ? (
        <Button size="sm" className="self-start" icon={<Undo2 />} onClick={() => setAsking(true)}>
          {t("takeBack")}
        </Button>
      ) : null}
      {isChoosing ? <PartnerQuotes orderId={order.id} onClose={() => setChoosing(false)} /> : null}
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("takeBackTitle", { name: current?.partnerName ?? "" })}
        description={t("takeBackAbout")}
        confirmLabel={t("takeBack")}
        pending={isBusy}
        onConfirm={() => void takeBack()}
      />
    </section>
  );
}
