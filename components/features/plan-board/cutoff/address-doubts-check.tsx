"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MapPin } from "lucide-react";
import Link from "next/link";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { lookAgainWhileWaiting, WaitingAddresses } from "@/components/lib/waiting-addresses";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { useBoard } from "../board-context";
import { NothingLeft } from "./nothing-left";
import { PagedList } from "./paged-list";
import { useExclude } from "./use-exclude";
import { useOpenRows } from "./use-open-rows";
import { useRowAct } from "./use-row-act";

type Doubt = RouterOutput["location"]["doubtful"]["rows"][number];

const keyOf = (doubt: Doubt) => doubt.addressKey;

/** The day's addresses nobody is sure of: take a proposal, put the pin on the map, or take the order off the day. */
export function AddressDoubtsCheck({ pending }: { pending: number }) {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  const { projectId, date } = board.plan;
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.location.doubtful.infiniteQueryOptions(
      { projectId, date },
      { getNextPageParam: (page) => page.nextCursor, refetchInterval: lookAgainWhileWaiting },
    ),
  );
  const { rows, settle } = useOpenRows(query.data, keyOf);
  const waitingSince = query.data?.pages[0]?.waitingSince ?? null;
  return (
    <>
      <WaitingAddresses count={pending} since={waitingSince} />
      {pending > 0 && waitingSince === null ? (
        <p className="border-line border-b px-4 py-2 text-ink-muted text-sm" role="status">
          {t("address.pending", { count: pending })}
        </p>
      ) : null}
      <PagedList
        label={t("check.addresses")}
        query={query}
        items={rows}
        itemKey={keyOf}
        estimateHeight={140}
        empty={<NothingLeft title={t("none.addresses")} />}
        renderItem={(row) => <DoubtRow doubt={row} onSettled={() => settle(row)} />}
      />
    </>
  );
}

function DoubtRow({ doubt, onSettled }: { doubt: Doubt; onSettled: () => void }) {
  const t = useWords("boardCutoff");
  const client = useTRPCClient();
  const refuse = useRefusalToast();
  const exclude = useExclude();
  const { board } = useBoard();
  const { isPending, act } = useRowAct({ onSettled, onProblem: (error) => refuse(t("notSaved"), error) });
  const { projectId, date } = board.plan;
  const choose = (candidate: number) =>
    act(() => client.location.chooseCandidate.mutate({ locationId: doubt.locationId, candidate }));
  const from = encodeURIComponent(`/plan/${date}?project=${projectId}&cutoff=addresses`);
  const onDay = doubt.deliveries.filter((delivery) => delivery.serviceDate === date);
  return (
    <div className="flex flex-col gap-2 border-line border-b px-4 py-3" data-testid="address-doubt">
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{doubt.street}</span>
        <span className="min-w-0 flex-1 truncate text-ink-muted text-sm">
          {[doubt.postcode, doubt.city].filter(Boolean).join(" ")}
        </span>
        <Badge tone="warn">{t(`confidence.${doubt.confidence}`)}</Badge>
        <Badge>{t("orders", { count: doubt.deliveryCount })}</Badge>
      </p>
      {doubt.candidates.length > 0 ? (
        <ul aria-label={t("address.proposals", { street: doubt.street })} className="flex flex-wrap gap-1.5">
          {doubt.candidates.slice(0, 5).map((candidate, index) => (
            <li key={`${candidate.label}${candidate.position.lat}${candidate.position.lng}`} className="max-w-full">
              <Button
                size="sm"
                disabled={isPending}
                onClick={() => choose(index)}
                icon={<MapPin aria-hidden="true" />}
                className="max-w-full"
              >
                <span className="flex items-center gap-1.5">
                  <span className="max-w-72 truncate">{candidate.label}</span>
                  <span className="text-ink-muted">{t(`confidence.${candidate.confidence}`)}</span>
                </span>
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted text-sm">{t("address.noProposal")}</p>
      )}
      <div className="flex gap-1">
        <Link
          href={`/orders/addresses?project=${projectId}&date=${date}&location=${doubt.locationId}&from=${from}`}
          className={buttonClass({ variant: "ghost", size: "sm" })}
        >
          {t("address.onMap")}
        </Link>
        <Button
          variant="ghost"
          size="sm"
          disabled={isPending || onDay.length < doubt.deliveryCount}
          onClick={() => act(() => exclude(onDay.map(({ id }) => id)))}
        >
          {t("exclude")}
        </Button>
      </div>
    </div>
  );
}
