"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useTRPC } from "@/components/lib/trpc";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { OwnDriverDialog } from "./own-driver-dialog";
import { OwnVehicleDialog } from "./own-vehicle-dialog";
import { WhileOpen } from "./while-open";

type Fleet = RouterOutput["partnerDesk"]["fleet"];
export type OwnDriver = Fleet["drivers"][number];
export type OwnVehicle = Fleet["vehicles"][number];
type Editing = { kind: "driver"; row: OwnDriver | null } | { kind: "vehicle"; row: OwnVehicle | null };

/** The partner's own drivers and vehicles. */
export function OwnFleetPage({ isOpen }: { isOpen: boolean }) {
  return (
    <WhileOpen isOpen={isOpen}>
      <OwnFleet />
    </WhileOpen>
  );
}

function OwnFleet() {
  const t = useWords("partnerDesk");
  const refusalOf = useRefusalOf();
  const { data, error } = useQuery(useTRPC().partnerDesk.fleet.queryOptions({}));
  const [editing, setEditing] = useState<Editing | null>(null);
  const close = () => setEditing(null);
  return (
    <>
      <PageHeader title={t("ownFleet")} />
      <div className="flex max-w-220 flex-col gap-6 p-4 sm:p-5">
        {error ? <Banner tone="error">{refusalOf(error).message}</Banner> : null}
        {data ? (
          <>
            <Drivers fleet={data} onEdit={(row) => setEditing({ kind: "driver", row })} />
            <Vehicles fleet={data} onEdit={(row) => setEditing({ kind: "vehicle", row })} />
          </>
        ) : (
          <Skeleton className="h-40 w-full" />
        )}
      </div>
      {editing?.kind === "driver" ? (
        <OwnDriverDialog driver={editing.row} vehicles={data?.vehicles ?? []} onClose={close} />
      ) : null}
      {editing?.kind === "vehicle" ? <OwnVehicleDialog vehicle={editing.row} onClose={close} /> : null}
    </>
  );
}

function Drivers({ fleet, onEdit }: { fleet: Fleet; onEdit: (row: OwnDriver | null) => void }) {
  const t = useWords("partnerDesk");
  const labels = new Map(fleet.vehicles.map(({ id, label }) => [id, label]));
  return (
    <Section title={t("drivers")} add={t("addDriver")} onAdd={() => onEdit(null)}>
      {fleet.drivers.map((driver) => (
        <Row
          key={driver.id}
          title={driver.name}
          about={[driver.phone, driver.email, driver.vehicleId && labels.get(driver.vehicleId)]}
          badge={driver.status === "inactive" ? t("inactive") : null}
          onEdit={() => onEdit(driver)}
        />
      ))}
    </Section>
  );
}

function Vehicles({ fleet, onEdit }: { fleet: Fleet; onEdit: (row: OwnVehicle | null) => void }) {
  const t = useWords("partnerDesk");
  return (
    <Section title={t("vehicles")} add={t("addVehicle")} onAdd={() => onEdit(null)}>
      {fleet.vehicles.map((vehicle) => (
        <Row
          key={vehicle.id}
          title={vehicle.label}
          about={[vehicle.registration, t(`profile.${vehicle.profile}`)]}
          badge={null}
          onEdit={() => onEdit(vehicle)}
        />
      ))}
    </Section>
  );
}

type SectionProps = { title: string; add: string; onAdd: () => void; children: ReactNode[] };

function Section({ title, add, onAdd, children }: SectionProps) {
  const t = useWords("partnerDesk");
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-surface">
      <div className="flex items-center gap-3 border-line border-b px-4 py-2.5">
        <h2 className="flex-1 font-semibold">{title}</h2>
        <Button size="sm" icon={<Plus />} onClick={onAdd}>
          {add}
        </Button>
      </div>
      {children.length === 0 ? <p className="px-4 py-3 text-ink-muted">{t("noneYet")}</p> : null}
      <ul className="divide-y divide-line">{children}</ul>
    </section>
  );
}

type RowProps = {
  title: string;
  about: readonly (string | null | undefined)[];
  badge: string | null;
  onEdit: () => void;
};

function Row({ title, about, badge, onEdit }: RowProps) {
  const t = useWords("partnerDesk");
  return (
    <li className="flex min-h-14 items-center gap-3 px-4 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{title}</span>
          {badge ? <Badge>{badge}</Badge> : null}
        </p>
        <p className="truncate text-ink-muted">{about.filter(Boolean).join(" · ")}</p>
      </div>
      <Button size="sm" aria-label={t("editNamed", { name: title })} onClick={onEdit}>
        {t("edit")}
      </Button>
    </li>
  );
}
