"use client";
import { CalendarClock, Plus } from "lucide-react";
import { useState } from "react";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import type { BasemapSources } from "@/components/map/load-basemap";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SettingsSection } from "../settings-section";
import { OfferDialog } from "./offer-dialog";
import type { Offer, Zone } from "./use-slots";
import { ZoneCard } from "./zone-card";
import { ZoneDialog } from "./zone-dialog";

export type ZonesSectionProps = {
  project: Project;
  zones: readonly Zone[];
  offers: readonly Offer[];
  basemap: BasemapSources;
  mayEdit: boolean;
};

/** What is edited: a zone or an offer, a new one without its row. */
type Editing = { kind: "zone"; zone: Zone | null } | { kind: "offer"; zone: Zone; offer: Offer | null };

/** A project's zones, each with what is offered in it. */
export function ZonesSection({ project, zones, offers, basemap, mayEdit }: ZonesSectionProps) {
  const t = useWords("settingsSlots");
  const [editing, setEditing] = useState<Editing | null>(null);
  // Each opening is a new form.
  const [opening, setOpening] = useState(0);
  const edit = (next: Editing) => {
    setOpening(opening + 1);
    setEditing(next);
  };
  const close = () => setEditing(null);
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => edit({ kind: "zone", zone: null })}>
      {t("zone.add")}
    </Button>
  );
  return (
    <SettingsSection
      title={t("zones.title")}
      description={t("zones.about")}
      actions={mayEdit && zones.length > 0 ? add : null}
    >
      {zones.length === 0 ? (
        <EmptyState icon={<CalendarClock />} title={t("zones.none")} actions={mayEdit ? add : null} className="py-6">
          {t("zones.noneAbout")}
        </EmptyState>
      ) : (
        <ul aria-label={t("zones.title")} className="flex flex-col gap-3">
          {zones.map((zone) => (
            <ZoneCard
              key={zone.id}
              zone={zone}
              offers={offers.filter(({ zoneId }) => zoneId === zone.id)}
              mayEdit={mayEdit}
              onEdit={() => edit({ kind: "zone", zone })}
              onEditOffer={(offer) => edit({ kind: "offer", zone, offer })}
            />
          ))}
        </ul>
      )}
      {editing?.kind === "zone" ? (
        <ZoneDialog key={opening} zone={editing.zone} project={project} basemap={basemap} onClose={close} />
      ) : null}
      {editing?.kind === "offer" ? (
        <OfferDialog key={opening} zone={editing.zone} offer={editing.offer} onClose={close} />
      ) : null}
    </SettingsSection>
  );
}
