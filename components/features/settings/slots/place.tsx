"use client";
import { CalendarCheck } from "lucide-react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPCClient } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { RefusedBanner } from "../form/save-bar";
import { useSaveSlots } from "./use-slots";

/** A place somebody was given, and the slot's day and time in words. */
export type PlaceTaken = RouterOutput["slot"]["reserve"] & { readonly words: string };

export type PlaceProps = {
  place: PlaceTaken;
  /** The number of the order it is for; null: none yet. */
  order: string | null;
  timeZone: string;
  onChange: (place: PlaceTaken) => void;
};

/** The place just taken: confirmed or given back here. */
export function Place({ place, order, timeZone, onChange }: PlaceProps) {
  const t = useWords("settingsSlots");
  const client = useTRPCClient();
  const { save, isPending, refusal } = useSaveSlots();
  const { reservationId, status, expiresAt, words } = place;
  const state = {
    held: t("place.heldUntil", { time: t.format.clock(expiresAt, timeZone) }),
    confirmed: t("place.confirmed"),
    cancelled: t("place.givenBack"),
  }[status];
  const confirm = () =>
    save(t("place.confirmed"), async () =>
      onChange({ ...(await client.slot.confirm.mutate({ reservationId })), words }),
    );
  const giveBack = () =>
    save(t("place.givenBack"), async () =>
      onChange({ ...(await client.slot.cancel.mutate({ reservationId })), words }),
    );
  return (
    <section aria-label={t("place.title")} className="flex flex-col gap-2 rounded-md bg-accent-soft px-3 py-2">
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <CalendarCheck aria-hidden="true" className="size-4 shrink-0 text-accent" />
        <p className="min-w-0 flex-1 basis-48">
          <span className="block font-medium">{words}</span>
          <span className="block text-ink-muted text-sm">{order ? t("place.forOrder", { state, order }) : state}</span>
        </p>
        {status === "held" ? (
          <Button size="sm" variant="primary" loading={isPending} onClick={() => void confirm()}>
            {t("place.confirm")}
          </Button>
        ) : null}
        {status === "cancelled" ? null : (
          <Button size="sm" disabled={isPending} onClick={() => void giveBack()}>
            {t("place.giveBack")}
          </Button>
        )}
      </div>
    </section>
  );
}
