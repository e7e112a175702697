"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useId, useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalToast } from "@/components/lib/use-refusal-toast";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useBoard, useBoardSession } from "../board-context";
import { NothingLeft } from "./nothing-left";
import { PagedList } from "./paged-list";
import { useOpenRows } from "./use-open-rows";
import { usePutInPool } from "./use-put-in-pool";
import { useRowAct } from "./use-row-act";

type Twins = RouterOutput["cutoff"]["duplicates"]["rows"][number];
type Twin = Twins["deliveries"][number];

/** A group that gets a new member is a new question. */
const keyOf = ({ subject, deliveries }: Twins) => `${subject}/${deliveries.length}`;

/** Orders that may be one and the same, side by side: keep one, put them together, or say that they are different. */
export function DuplicatesCheck() {
  const t = useWords("boardCutoff");
  const { planId } = useBoardSession();
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.cutoff.duplicates.infiniteQueryOptions({ planId }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const { rows, settle } = useOpenRows(query.data, keyOf);
  return (
    <PagedList
      label={t("check.duplicates")}
      query={query}
      items={rows}
      itemKey={keyOf}
      estimateHeight={170}
      empty={<NothingLeft title={t("none.duplicates")} />}
      renderItem={(group) => <TwinGroup group={group} onSettled={() => settle(group)} />}
    />
  );
}

/** One on a route is kept, else the one that came first. */
function usualKeep(deliveries: readonly Twin[]): string {
  const [first] = [...deliveries].sort(
    (a, b) => Number(b.routeNumber !== null) - Number(a.routeNumber !== null) || a.createdAt.localeCompare(b.createdAt),
  );
  return first?.id ?? "";
}

function TwinGroup({ group, onSettled }: { group: Twins; onSettled: () => void }) {
  const t = useWords("boardCutoff");
  const client = useTRPCClient();
  const refuse = useRefusalToast();
  const putInPool = usePutInPool();
  const name = useId();
  const { subject, reason, deliveries } = group;
  const [keptId, setKeptId] = useState(() => usualKeep(deliveries));
  const { isPending, act } = useRowAct({ onSettled, onProblem: (error) => refuse(t("notSaved"), error) });
  const others = deliveries.filter(({ id }) => id !== keptId);
  const settleBy = (merge: boolean) =>
    act(async () => {
      await putInPool(others.flatMap(({ visitIds }) => visitIds));
      await client.cutoff.settleDuplicate.mutate({ keptId, otherIds: others.map(({ id }) => id), merge });
    });
  const callDifferent = () =>
    act(() =>
      client.cutoff.dismiss.mutate({ check: "duplicate", subject, deliveryIds: deliveries.map(({ id }) => id) }),
    );
  const first = deliveries[0];
  return (
    <fieldset className="flex flex-col gap-2 border-line border-b px-4 py-3" data-testid="twins">
      <legend className="sr-only">{t("twins.legend", { name: first?.name || first?.street || "" })}</legend>
      <p className="flex items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{first?.name || first?.street}</span>
        <span className="min-w-0 flex-1 truncate text-ink-muted text-sm">
          {[first?.street, first?.place].filter(Boolean).join(", ")}
        </span>
        <Badge tone="warn">{t(`twins.${reason}`)}</Badge>
      </p>
      <div className="flex flex-col rounded-md border border-line">
        {deliveries.map((twin) => (
          <TwinLine
            key={twin.id}
            twin={twin}
            name={name}
            isKept={twin.id === keptId}
            onKeep={() => setKeptId(twin.id)}
          />
        ))}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="primary" loading={isPending} onClick={() => settleBy(false)}>
          {t("twins.cancelOthers", { count: others.length })}
        </Button>
        <Button size="sm" disabled={isPending} onClick={() => settleBy(true)}>
          {t("twins.merge")}
        </Button>
        <Button size="sm" variant="ghost" disabled={isPending} onClick={callDifferent}>
          {t("twins.different")}
        </Button>
      </div>
    </fieldset>
  );
}

interface TwinLineProps {
  readonly twin: Twin;
  readonly name: string;
  readonly isKept: boolean;
  readonly onKeep: () => void;
}

function TwinLine({ twin, name, isKept, onKeep }: TwinLineProps) {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  const { loadDimensions, timeZone } = board.plan;
  const loads = loadDimensions.flatMap((dimension, index) => {
    const amount = twin.loads[index] ?? 0;
    return amount > 0 ? [`${dimension.unit ? "" : `${dimension.name} `}${t.format.amount(amount, dimension)}`] : [];
  });
  const [window] = twin.windows;
  const facts = [
    ...loads,
    ...(window ? [t.format.wallRange(window.fromSeconds, window.toSeconds)] : []),
    t("twins.since", { moment: t.format.instant(twin.createdAt, timeZone) }),
  ];
  return (
    <label
      className={clsx(
        "flex min-h-10 cursor-pointer items-center gap-2.5 border-line px-2.5 py-1.5 not-last:border-b",
        isKept ? "bg-selected" : "hover:bg-hover",
      )}
    >
      <input type="radio" name={name} checked={isKept} onChange={onKeep} className="size-4 accent-accent" />
      <span className="w-28 shrink-0 truncate font-medium">{twin.externalId ?? t("twins.noNumber")}</span>
      <span className="min-w-0 flex-1 truncate text-ink-muted text-sm tabular-nums">{facts.join(" · ")}</span>
      {twin.routeNumber === null ? null : <Badge>{t("onRoute", { number: String(twin.routeNumber) })}</Badge>}
      <span className={clsx("text-sm", isKept ? "text-accent" : "invisible")}>{t("twins.kept")}</span>
    </label>
  );
}
