"use client";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useLiveRefresh } from "@/components/lib/use-live-refresh";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { ReviewState } from "@/server/domain/proof/review";
import { isShown } from "@/server/domain/proof/visit-evidence";
import { lineKey, type ReviewLine } from "./review-filter";

type Decision = Pick<ReviewLine, "routeId" | "visitId" | "opId"> & {
  readonly state: ReviewState;
  readonly note: string;
};

/** What is known of visits; not their pictures: to look at those anew is to look once more. */
const knownKeys = (trpc: ReturnType<typeof useTRPC>) => [trpc.proof.reviews.queryKey(), trpc.proof.evidence.queryKey()];

/** The queue of a project's day (null: of all open days), kept true by live events. */
export function useReviews(projectId: string, date: string | null) {
  const trpc = useTRPC();
  const reviews = useQuery(trpc.proof.reviews.queryOptions({ projectId, date }, { placeholderData: keepPreviousData }));
  useLiveRefresh(/^(proof\.(uploaded|verified|rejected|reviewed|lost|cleared)|stop\.completed)$/, knownKeys(trpc));
  return reviews;
}

/** Decides on visits at once, on the screen before the server has heard of it, and takes the last decision back. */
export function useDecide(projectId: string, date: string | null) {
  const t = useWords("proofReview");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const refuse = useRefusalToast();
  const last = useRef<readonly Decision[] | null>(null);
  const queryKey = trpc.proof.reviews.queryKey({ projectId, date });

  const mutation = useMutation({
    mutationFn: (decisions: readonly Decision[]) => client.proof.decide.mutate({ decisions: [...decisions] }),
    onMutate: async (decisions) => {
      await queryClient.cancelQueries({ queryKey });
      const states = new Map(decisions.map((each) => [lineKey(each), each.state]));
      queryClient.setQueryData<ReviewLine[]>(queryKey, (lines) =>
        lines?.map((line) => ({ ...line, state: states.get(lineKey(line)) ?? line.state })),
      );
    },
    onError: (error) => refuse(t("notDecided"), error),
    onSettled: async () => {
      for (const queryKey of knownKeys(trpc)) await queryClient.invalidateQueries({ queryKey });
    },
  });

  async function decide(decisions: readonly Decision[], said: string): Promise<void> {
    const { before } = await mutation.mutateAsync(decisions);
    last.current = before;
    toast.show({ title: said, tone: "ok", action: { label: t("undo"), onClick: undo } });
  }
  function undo(): void {
    const decisions = last.current;
    if (!decisions) return;
    last.current = null;
    // The queue shows it: another toast would keep the focus, and with it the keys.
    mutation.mutate(decisions);
  }
  return {
    undo,
    decide: (lines: readonly ReviewLine[], state: Exclude<ReviewState, "pending">, note: string) =>
      void decide(
        lines.map(({ routeId, visitId, opId }) => ({ routeId, visitId, opId, state, note })),
        t(`done.${state}`, { count: lines.length }),
      ).catch(() => {}),
  };
}

/** One visit's evidence, and addresses at which its pictures can be looked at, asked for anew before they run out. */
export function useEvidence(key: { readonly routeId: string; readonly visitId: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const evidence = useQuery(trpc.proof.evidence.queryOptions(key));
  const proofIds = evidence.data?.evidence.proofs.filter(isShown).map(({ id }) => id);
  const pictures = useQuery({
    queryKey: [...trpc.proof.view.mutationKey(), key, proofIds],
    queryFn: () => client.proof.view.mutate(key),
    enabled: (proofIds?.length ?? 0) > 0,
    staleTime: 4 * 60_000,
    gcTime: 4 * 60_000,
    refetchOnWindowFocus: false,
  });
  return { evidence, pictures };
}
