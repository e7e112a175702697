"use client";
import { useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPCClient } from "@/components/lib/trpc";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { RefusedBanner } from "../form/save-bar";
import { Place, type PlaceTaken } from "./place";
import { dayHeading } from "./slot-draft";
import type { TriedAddress } from "./tried-address";
import { useSaveSlots } from "./use-slots";

type OpenSlot = RouterOutput["slot"]["find"][number];

export type OpenSlotsProps = { slots: readonly OpenSlot[]; tried: TriedAddress; timeZone: string };

/** The slots an address can book, by day, and the place taken in one of them. */
export function OpenSlots({ slots, tried, timeZone }: OpenSlotsProps) {
  const t = useWords("settingsSlots");
  const client = useTRPCClient();
  const mayBook = useMay("order.write");
  const [place, setPlace] = useState<PlaceTaken | null>(null);
  const { save, isPending, refusal } = useSaveSlots();
  const range = (slot: OpenSlot) =>
    t("try.range", { from: t.format.clock(slot.fromMs, timeZone), to: t.format.clock(slot.toMs, timeZone) });
  const days = [...new Set(slots.map(({ date }) => date))];

  async function reserve(slot: OpenSlot) {
    const input = {
      reservationId: crypto.randomUUID(),
      slot: slot.key,
      postcode: tried.postcode,
      ...(tried.position && { position: tried.position }),
      ...(tried.order && { deliveryId: tried.order.id }),
    };
    await save(t("place.reserved"), async () => {
      const reservation = await client.slot.reserve.mutate(input);
      setPlace({
        ...reservation,
        words: t("try.on", { date: t.format.date(slot.date, "medium"), range: range(slot) }),
      });
    });
  }

  return (
    <div aria-live="polite" className="flex flex-col gap-2">
      {place ? (
        <Place place={place} order={tried.order?.number ?? null} timeZone={timeZone} onChange={setPlace} />
      ) : null}
      {refusal ? <RefusedBanner refusal={refusal} /> : null}
      {days.length === 0 ? <p className="text-ink-muted">{t("try.none")}</p> : null}
      {days.map((date) => (
        <section
          key={date}
          aria-label={t.format.date(date, "long")}
          className="flex flex-col gap-x-4 gap-y-1 border-line border-t pt-2 sm:flex-row sm:items-center"
        >
          <h3 className="w-28 shrink-0 text-ink-muted">{dayHeading(t.format.reader.locale, date)}</h3>
          <ul className="flex flex-wrap gap-2">
            {slots
              .filter((slot) => slot.date === date)
              .map((slot) => (
                <li key={slot.key} className="flex items-center gap-3 rounded-md border border-line py-1 pr-1 pl-3">
                  <span>
                    <span className="block font-medium tabular-nums">{range(slot)}</span>
                    <span className="block text-ink-muted text-sm">
                      {t("try.left", { level: slot.serviceLevel, count: slot.left })}
                    </span>
                  </span>
                  {mayBook ? (
                    <Button
                      size="sm"
                      aria-label={t("try.reserveThat", { range: range(slot), date: t.format.date(date, "medium") })}
                      disabled={isPending || place?.status === "held"}
                      onClick={() => void reserve(slot)}
                    >
                      {t("try.reserve")}
                    </Button>
                  ) : null}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
