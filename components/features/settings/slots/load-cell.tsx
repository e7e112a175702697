"use client";
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { X } from "lucide-react";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { RefusedBanner } from "../form/save-bar";
import { type Offer, useSaveSlots } from "./use-slots";

export type LoadCellProps = {
  offer: Offer;
  load: { readonly date: string; readonly taken: number; readonly capacity: number; readonly isOffered: boolean };
  timeZone: string;
};

/** How full a slot is on a day: places taken of those there are, with those who have them behind it. */
export function LoadCell({ offer, load, timeZone }: LoadCellProps) {
  const t = useWords("settingsSlots");
  const [isOpen, setOpen] = useState(false);
  const { date, taken, capacity, isOffered } = load;
  if (taken === 0 && (!isOffered || capacity === 0)) {
    return <span className="text-ink-muted text-sm">{isOffered ? t("offer.closed") : "–"}</span>;
  }
  const isFull = taken >= capacity;
  const share = capacity === 0 ? (taken > 0 ? 1 : 0) : Math.min(1, taken / capacity);
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      align="center"
      title={t("week.placesOn", { date: t.format.date(date, "medium") })}
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={t("week.cell", { taken, capacity, date: t.format.date(date, "medium") })}
          className="mx-auto flex h-9 w-16 flex-col items-center justify-center gap-1 rounded-md hover:bg-hover"
        >
          <span className={clsx("text-sm tabular-nums", isFull ? "font-semibold text-warn" : "text-ink")}>
            {t("week.taken", { taken, capacity })}
          </span>
          <span aria-hidden="true" className="h-1 w-12 overflow-hidden rounded-full bg-pressed">
            <span
              className={clsx("block h-full rounded-full", isFull ? "bg-warn" : "bg-accent")}
              style={{ width: `${share * 100}%` }}
            />
          </span>
        </button>
      }
    >
      <Places offerId={offer.id} date={date} timeZone={timeZone} />
    </Popover>
  );
}

function Places({ offerId, date, timeZone }: { offerId: string; date: string; timeZone: string }) {
  const t = useWords("settingsSlots");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const refusalOf = useRefusalOf();
  const mayBook = useMay("order.write");
  const { save, isPending, refusal } = useSaveSlots();
  const places = useQuery(trpc.slot.reservations.queryOptions({ offerId, date }));
  if (places.error) return <p className="text-alert">{refusalOf(places.error).message}</p>;
  if (!places.data) return <Skeleton className="h-8 w-full" />;
  if (places.data.length === 0) return <p className="text-ink-muted">{t("week.nobody")}</p>;
  return (
    <>
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      <ul className="flex max-h-60 flex-col overflow-y-auto">
        {places.data.map(({ id, status, expiresAt, externalId }) => {
          const name = externalId ?? t("week.noOrder");
          return (
            <li key={id} className="flex min-h-8 items-center gap-2">
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="text-ink-muted text-sm">
                {status === "held"
                  ? t("place.heldUntil", { time: t.format.clock(expiresAt, timeZone) })
                  : t("place.confirmed")}
              </span>
              {mayBook ? (
                <IconButton
                  label={t("place.giveBackOf", { name })}
                  icon={<X />}
                  size="sm"
                  disabled={isPending}
                  onClick={() =>
                    void save(t("place.givenBack"), () => client.slot.cancel.mutate({ reservationId: id }))
                  }
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
