"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";

export type DeliveryPartners = RouterOutput["partner"]["ofDelivery"];
export type Handover = DeliveryPartners["handovers"][number];

/** How often a round is looked at: that a partner is being asked, or has heard it, is no event. */
const REFRESH_MS = 3000;

/** With which partners an order is and was, read again when something happens between us and one. */
export function useDeliveryPartners(deliveryId: string) {
  const trpc = useTRPC();
  const keys = [trpc.partner.ofDelivery.queryKey({ deliveryId }), trpc.order.get.queryKey({ id: deliveryId })];
  useLiveRefresh(/^partner\./, keys);
  const refetchInterval = ({ state }: { state: { data?: DeliveryPartners | undefined } }) =>
    state.data?.round ? REFRESH_MS : false;
  return useQuery(trpc.partner.ofDelivery.queryOptions({ deliveryId }, { refetchInterval }));
}

/** What the desk decides about an order and its partners; says how it went, and reads anew what shows it. */
export function usePartnerDecisions(deliveryId: string) {
  const t = useWords("orderPartner");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const refused = useRefusalToast();
  const [isBusy, setBusy] = useState(false);
  const decide = async (act: () => Promise<unknown>, done: string, failed: string) => {
    setBusy(true);
    try {
      await act();
      toast.show({ title: done, tone: "ok" });
    } catch (error) {
      refused(failed, error);
    } finally {
      setBusy(false);
      const keys = [trpc.partner.pathKey(), trpc.order.pathKey()];
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
    }
  };
  return {
    isBusy,
    /** Takes it back from whoever has it; between partners, nobody else is asked. */
    takeBack: (done: string = t("takenBack")) =>
      decide(() => client.partner.takeBack.mutate({ deliveryId }), done, t("notTakenBack")),
    settle: (handoverId: string, choice: "leave" | "insist") =>
      decide(() => client.partner.settle.mutate({ handoverId, choice }), t(`settled.${choice}`), t("notSettled")),
  };
}
