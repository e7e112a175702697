"use client";
import { isStanding, PartnerStand } from "@/components/lib/partner/partner-stand";
import { useDeliveryPartners } from "@/components/lib/partner/use-delivery-partners";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardVisit } from "@/server/domain/plan/plan-board";
import { InspectorSection } from "./inspector-section";

/** Of a stop whose order is on offer to partners, or whose partner does not give it back. */
export function PartnerSection({ deliveryId, status }: Pick<BoardVisit, "deliveryId" | "status">) {
  const t = useWords("orderPartner");
  const { data } = useDeliveryPartners(deliveryId);
  if (!data || !isStanding(data)) return null;
  return (
    <InspectorSection title={t("title")}>
      <PartnerStand deliveryId={deliveryId} status={status} partners={data} />
    </InspectorSection>
  );
}
