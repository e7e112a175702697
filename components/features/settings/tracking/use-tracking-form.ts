"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { type TrackingPolicy, trackingPolicySchema } from "@/server/domain/tracking/tracking-policy";
import { type KeptPolicy, usePolicyForm } from "../form/use-policy-form";

/** The tracking policy while it is edited. */
export function useTrackingForm(kept: KeptPolicy<TrackingPolicy>) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const remember = (next: KeptPolicy<TrackingPolicy>) => {
    queries.setQueryData(trpc.tracking.policy.queryKey({}), next);
    return next;
  };
  return usePolicyForm(kept, trackingPolicySchema, {
    read: async () => remember(await client.tracking.policy.query({})),
    save: async (input) => remember(await client.tracking.savePolicy.mutate(input)),
  });
}
export type TrackingForm = ReturnType<typeof useTrackingForm>;
