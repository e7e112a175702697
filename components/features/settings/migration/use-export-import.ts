"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "@/components/lib/trpc";
import { useUpload } from "@/components/lib/use-upload";
import type { Reading } from "./export-reading";

interface OrdersReceived {
  readonly importId: string;
}

/** What the server made of drivers. */
export interface FleetReceived {
  readonly drivers: { readonly created: number; readonly updated: number };
  readonly faultCount: number;
}

/** Hands an export that was understood to the import of its kind: orders go on to its own steps, drivers are in at once. */
export function useExportImport({ kind, csv }: Pick<Reading, "kind" | "csv">, projectId: string, vendor: string) {
  const router = useRouter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const orders = useUpload<OrdersReceived>();
  const drivers = useUpload<FleetReceived>();
  const state = kind === "orders" ? orders.state : drivers.state;
  async function bringIn() {
    const file = new File([csv], `${vendor}-${kind}.csv`, { type: "text/csv" });
    if (kind === "orders") {
      const received = await orders.send(`/api/uploads/orders?projectId=${projectId}`, file);
      if (received) router.push(`/orders/import/${received.importId}`);
      return;
    }
    const received = await drivers.send(`/api/uploads/fleet?projectId=${projectId}`, file);
    if (received) await queryClient.invalidateQueries({ queryKey: trpc.fleet.pathKey() });
  }
  return {
    bringIn,
    isSending: state.phase === "sending" || (kind === "orders" && state.phase === "done"),
    refusal: state.phase === "refused" ? state.refusal.message : null,
    fleet: drivers.state.phase === "done" ? drivers.state.result : null,
  };
}
