"use client";
import { Pencil, Plus } from "lucide-react";
import { weekdayRanges } from "@/components/lib/weekdays";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Offer, Zone } from "./use-slots";

export type ZoneCardProps = {
  zone: Zone;
  offers: readonly Offer[];
  mayEdit: boolean;
  onEdit: () => void;
  /** Null adds one. */
  onEditOffer: (offer: Offer | null) => void;
};

const SHOWN_POSTCODES = 8;

/** One zone: where it is, and the windows offered there. */
export function ZoneCard({ zone, offers, mayEdit, onEdit, onEditOffer }: ZoneCardProps) {
  const t = useWords("settingsSlots");
  return (
    <li aria-label={zone.name} className="rounded-md border border-line">
      <header className="flex items-center gap-2 py-1.5 pr-2 pl-3">
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-medium">{zone.name}</h3>
          <p className="truncate text-ink-muted text-sm">
            <AreaSummary area={zone.area} />
          </p>
        </div>
        {mayEdit ? (
          <>
            <Button size="sm" icon={<Plus />} onClick={() => onEditOffer(null)}>
              {t("offer.add")}
            </Button>
            <IconButton label={t("zone.edit", { name: zone.name })} icon={<Pencil />} onClick={onEdit} />
          </>
        ) : null}
      </header>
      {offers.length === 0 ? (
        <p className="border-line border-t px-3 py-2 text-ink-muted">{t("offer.none")}</p>
      ) : (
        <ul aria-label={t("offer.list", { zone: zone.name })}>
          {offers.map((offer) => (
            <OfferRow key={offer.id} offer={offer} mayEdit={mayEdit} onEdit={() => onEditOffer(offer)} />
          ))}
        </ul>
      )}
    </li>
  );
}

function AreaSummary({ area }: { area: Zone["area"] }) {
  const t = useWords("settingsSlots");
  if (area.kind === "polygon") return t("zone.drawn", { count: area.corners.length });
  const shown = area.prefixes.slice(0, SHOWN_POSTCODES).join(", ");
  const more = area.prefixes.length - SHOWN_POSTCODES;
  return more > 0 ? t("zone.postcodesMore", { postcodes: shown, more }) : t("zone.postcodes", { postcodes: shown });
}

function OfferRow({ offer, mayEdit, onEdit }: { offer: Offer; mayEdit: boolean; onEdit: () => void }) {
  const t = useWords("settingsSlots");
  const { weekdays, fromSeconds, toSeconds, capacity, serviceLevel, cutoffSeconds, cutoffDaysBefore } = offer;
  const window = t.format.wallRange(fromSeconds, toSeconds);
  return (
    <li className="flex min-h-10 items-center gap-2 border-line border-t py-1 pr-2 pl-3">
      <span className="grid min-w-0 flex-1 grid-cols-2 items-center gap-x-4 gap-y-0.5 md:grid-cols-[7rem_7rem_7rem_6rem_1fr]">
        <span className="font-medium tabular-nums">{window}</span>
        <span className="truncate">{weekdayRanges(t.format.reader.locale, weekdays)}</span>
        <span className="truncate text-ink-muted">{serviceLevel}</span>
        <span className="tabular-nums">
          {capacity === 0 ? <Badge tone="warn">{t("offer.closed")}</Badge> : t("offer.room", { count: capacity })}
        </span>
        <span className="col-span-2 text-ink-muted text-sm md:col-span-1">
          {t("offer.until", { days: cutoffDaysBefore, time: t.format.time(cutoffSeconds) })}
        </span>
      </span>
      {mayEdit ? (
        <IconButton label={t("offer.edit", { window, level: serviceLevel })} icon={<Pencil />} onClick={onEdit} />
      ) : null}
    </li>
  );
}
