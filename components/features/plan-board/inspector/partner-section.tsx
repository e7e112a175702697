"use client";
import { isStanding, PartnerStand } from "@/components/lib/partner/partner-stand";
import { useDeliveryPartners } from "@/components/lib/partner/use-delivery-partners";
import { useWords } from "@/components/lib/words/words-context";
import { InspectorSection } from "./inspector-section";

/** Of a stop whose order is on offer to partners, or whose partner does not give it back. */
export function PartnerSection({ deliveryId }: { deliveryId: string }) {
  const t = useWords("orderPartner");
  const { data } = useDeliveryPartners(deliveryId);
  if (!data || !isStanding(data)) return null;
  return (
    <InspectorSection title={t("title")}>
      <PartnerStand deliveryId={deliveryId} partners={data} />
    </InspectorSection>
  );
}
