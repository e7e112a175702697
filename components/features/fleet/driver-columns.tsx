import { CirclePause } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { GridColumn } from "@/components/ui/data-grid-column";
import { PapersBadge } from "./documents/papers-badge";
import { breaksText, shiftText } from "./fleet-words";
import type { SortKeys } from "./sort-rows";
import type { Driver } from "./use-fleet";

export function DriverStatus({ status }: { status: Driver["status"] }) {
  const t = useWords("fleet");
  if (status === "active") return <span className="text-ink-muted">{t("driverStatus.active")}</span>;
  return <Badge icon={<CirclePause aria-hidden="true" />}>{t(`driverStatus.${status}`)}</Badge>;
}

/** Skills or features as small labels, the rest as a number. */
export function Codes({ codes, shown = 3 }: { codes: readonly string[]; shown?: number }) {
  return (
    <span className="flex gap-1 overflow-hidden" title={codes.join(", ")}>
      {codes.slice(0, shown).map((code) => (
        <Badge key={code}>{code}</Badge>
      ))}
      {codes.length > shown ? <span className="text-ink-muted text-xs">+{codes.length - shown}</span> : null}
    </span>
  );
}

/** A name that opens its row. The grid's own keys open it too, so it is not one more stop for Tab. */
export function OpenButton({ children, onOpen }: { children: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={onOpen}
      className="max-w-full truncate rounded-sm font-medium text-accent underline-offset-2 hover:underline"
    >
      {children}
    </button>
  );
}

function None({ children }: { children: string }) {
  return <span className="text-ink-muted">{children}</span>;
}

export const DRIVER_SORTS: SortKeys<Driver> = {
  name: (driver) => driver.name,
  shift: (driver) => driver.shiftFromSeconds,
  vehicle: (driver) => driver.vehicleLabel,
  depot: (driver) => driver.depotName,
  cost: (driver) => driver.costPerHourCents,
  papers: (driver) => driver.papers[0]?.expiresOn ?? null,
  status: (driver) => driver.status,
};

export interface DriverColumnOptions {
  readonly currency: string;
  /** Somebody's documents have expired or soon will: where nobody's have, their column would be empty. */
  readonly hasPapers: boolean;
}

export function driverColumns(
  t: Words<"fleet">,
  { currency, hasPapers }: DriverColumnOptions,
  onOpen: (driver: Driver) => void,
): GridColumn<Driver>[] {
  const papers: GridColumn<Driver> = {
    id: "papers",
    header: t("documents.title"),
    width: 236,
    sortable: true,
    cell: (driver) => <PapersBadge papers={driver.papers} />,
  };
  return [
    {
      id: "name",
      header: t("name"),
      width: 170,
      grow: true,
      sortable: true,
      cell: (driver) => <OpenButton onOpen={() => onOpen(driver)}>{driver.name}</OpenButton>,
    },
    ...(hasPapers ? [papers] : []),
    { id: "phone", header: t("phone"), width: 136, cell: (driver) => driver.phone || <None>{t("noPhone")}</None> },
    {
      id: "email",
      header: t("email"),
      width: 170,
      grow: true,
      cell: (driver) => driver.email || <None>{t("noEmail")}</None>,
    },
    { id: "skills", header: t("skills"), width: 150, cell: (driver) => <Codes codes={driver.skills} /> },
    { id: "shift", header: t("shift"), width: 116, sortable: true, cell: (driver) => shiftText(t.format, driver) },
    {
      id: "breaks",
      header: t("breaks"),
      width: 140,
      cell: (driver) => breaksText(t.format, driver.breaks) || <None>{t("none")}</None>,
    },
    {
      id: "vehicle",
      header: t("usualVehicle"),
      width: 120,
      sortable: true,
      cell: (driver) => driver.vehicleLabel ?? <None>{t("none")}</None>,
    },
    {
      id: "depot",
      header: t("depot"),
      width: 140,
      sortable: true,
      cell: (driver) => driver.depotName ?? <None>{t("none")}</None>,
    },
    {
      id: "cost",
      header: t("costPerHourShort"),
      width: 96,
      align: "end",
      sortable: true,
      cell: (driver) => (driver.costPerHourCents ? t.format.money(driver.costPerHourCents, currency) : <None>–</None>),
    },
    {
      id: "status",
      header: t("status"),
      width: 96,
      sortable: true,
      cell: (driver) => <DriverStatus status={driver.status} />,
    },
  ];
}
