"use client";
import { LinkIcon } from "lucide-react";
import { useCommands } from "@/components/lib/command-registry";
import { CustomerDoor } from "@/components/lib/customer/customer-door";
import { CustomerRating } from "@/components/lib/customer/customer-rating";
import { requestTrackingLink } from "@/components/lib/customer/link-requests";
import { useCustomer } from "@/components/lib/customer/use-customer";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import type { OrderDetails } from "./order-facts";

/** What an order's customer was told, sees and has said, door by door. */
export function OrderCustomer({ order, zone }: { order: OrderDetails; zone: string }) {
  const t = useWords("customer");
  const orders = useWords("orders");
  const refusalOf = useRefusalOf();
  const { data, error } = useCustomer(order.id);
  useLinkCommand(order, zone);
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3 border-line border-t py-3">
      <h3 className="font-semibold">{t("title")}</h3>
      {error ? (
        <Banner tone="error" title={t("unreadable")}>
          {refusalOf(error).message}
        </Banner>
      ) : data ? (
        <>
          <CustomerRating rating={data.rating} zone={zone} />
          {data.doors.map((door) => (
            <section key={door.visitId} aria-label={orders(`kind.${door.role}`)}>
              {data.doors.length > 1 ? (
                <h4 className="mb-1 font-medium">{orders(door.role === "pickup" ? "pickupFrom" : "deliverTo")}</h4>
              ) : null}
              <CustomerDoor deliveryId={order.id} door={door} zone={zone} />
            </section>
          ))}
        </>
      ) : (
        <Skeleton className="h-16 w-full" />
      )}
    </section>
  );
}

/** The link to the door something is brought to; where things are only fetched, to that one. */
function useLinkCommand(order: OrderDetails, zone: string): void {
  const t = useWords("customer");
  const orders = useWords("orders");
  const mayWrite = useMay("order.write");
  const door = order.visits.find(({ role }) => role === "dropoff") ?? order.visits[0];
  const command = {
    id: "copy-tracking-link",
    label: t("copyLink"),
    hotkey: "Shift+C",
    icon: <LinkIcon />,
    enabled: mayWrite && door !== undefined,
    run: () => door && requestTrackingLink({ deliveryId: order.id, visitId: door.id, zone }),
  };
  useCommands([command], { group: orders("title") });
}
