import { useQuery } from "@tanstack/react-query";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";

export type Customer = RouterOutput["customer"]["read"];
export type CustomerDoor = Customer["doors"][number];
export type DoorMessage = CustomerDoor["messages"][number];
export type DoorLink = CustomerDoor["links"][number];

const TELLING = /^(delivery|message|route|stop|slot)\./;

/** What an order's customer was told, sees and has said; read again when something happens to orders or messages. */
export function useCustomer(deliveryId: string) {
  const trpc = useTRPC();
  useLiveRefresh(TELLING, [trpc.customer.read.queryKey({ deliveryId })]);
  return useQuery(trpc.customer.read.queryOptions({ deliveryId }));
}
