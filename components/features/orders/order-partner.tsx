"use client";
import { Handshake } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { PartnerStand } from "@/components/lib/partner/partner-stand";
import { useDeliveryPartners } from "@/components/lib/partner/use-delivery-partners";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { OrderDetails } from "./order-facts";
import { PartnerQuotes } from "./partner-quotes";

/** With which partner an order is and was, and the ways to give it to one and to take it back. */
export function OrderPartner({ order, zone }: { order: OrderDetails; zone: string }) {
  const t = useWords("orderPartner");
  const mayDispatch = useMay("plan.dispatch");
  const [isChoosing, setChoosing] = useState(false);
  const { data } = useDeliveryPartners(order.id);
  if (!data || (data.handovers.length === 0 && !data.round && !data.hasPartners)) return null;
  const { handovers, round, hasPartners } = data;
  const current = handovers.find(({ endedAt }) => endedAt === null);
  const isUndecided = handovers.some(({ cancelState }) => cancelState === "refused");
  const isOpen = order.status === "requested" && !order.route && !current && !round && !isUndecided;
  return (
    <section aria-label={t("title")} className="flex flex-col gap-2 border-line border-t py-3">
      <h3 className="font-semibold">{t("title")}</h3>
      {handovers.length === 0 && !round ? <p className="text-ink-muted">{t("none")}</p> : null}
      <ul>
        {handovers.map(({ id, partnerId, partnerName, status, cancelState, reference, answeredAt, createdAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <Link href={`/settings/partners/${partnerId}?tab=work`} className="text-accent hover:underline">
              {partnerName}
            </Link>
            <Badge tone={id === current?.id ? "accent" : "neutral"}>{t(`status.${status}`)}</Badge>
            {cancelState ? <Badge tone={cancelTone(cancelState)}>{t(`cancel.${cancelState}`)}</Badge> : null}
            <span className="text-ink-muted text-sm">
              {t("since", { time: t.format.instant(answeredAt ?? createdAt, zone) })}
              {reference ? ` · ${reference}` : ""}
            </span>
          </li>
        ))}
      </ul>
      <PartnerStand deliveryId={order.id} status={order.status} partners={data} />
      {mayDispatch && isOpen && hasPartners ? (
        <Button size="sm" className="self-start" icon={<Handshake />} onClick={() => setChoosing(true)}>
          {t("handOver")}
        </Button>
      ) : null}
      {isChoosing ? <PartnerQuotes orderId={order.id} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}

type CancelState = NonNullable<
  NonNullable<ReturnType<typeof useDeliveryPartners>["data"]>["handovers"][number]["cancelState"]
>;

function cancelTone(state: CancelState) {
  return state === "refused" || state === "unheard" ? "warn" : "neutral";
}
