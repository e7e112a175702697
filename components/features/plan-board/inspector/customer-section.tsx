"use client";
import { CustomerDoor } from "@/components/lib/customer/customer-door";
import { CustomerRating } from "@/components/lib/customer/customer-rating";
import { useCustomer } from "@/components/lib/customer/use-customer";
import { useWords } from "@/components/lib/words/words-context";
import { Skeleton } from "@/components/ui/skeleton";
import type { BoardVisit } from "@/server/domain/plan/plan-board";
import { InspectorSection } from "./inspector-section";

/** What the customer behind a stop was told, sees and has said. */
export function CustomerSection({ visit, zone }: { visit: BoardVisit; zone: string }) {
  const t = useWords("customer");
  const { data, error } = useCustomer(visit.deliveryId);
  if (error) return null;
  const door = data?.doors.find(({ visitId }) => visitId === visit.id);
  return (
    <InspectorSection title={t("title")}>
      {data ? <CustomerRating rating={data.rating} zone={zone} /> : <Skeleton className="h-16 w-full" />}
      {door ? <CustomerDoor deliveryId={visit.deliveryId} door={door} zone={zone} /> : null}
    </InspectorSection>
  );
}
