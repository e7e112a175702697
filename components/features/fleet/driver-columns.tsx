import { CirclePause } from "lucide-react";
import { formatMoney } from "@/components/lib/format";
import { Badge } from "@/components/ui/badge";
import type { GridColumn } from "@/components/ui/data-grid-column";
import { STATUS_LABELS, shiftText } from "./fleet-words";
import type { SortKeys } from "./sort-rows";
import type { Driver } from "./use-fleet";

export function DriverStatus({ status }: { status: Driver["status"] }) {
  if (status === "active") return <span className="text-ink-muted">{STATUS_LABELS.active}</span>;
  return <Badge icon={<CirclePause aria-hidden="true" />}>{STATUS_LABELS[status]}</Badge>;
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
  status: (driver) => driver.status,
};

export function driverColumns(currency: string, onOpen: (driver: Driver) => void): GridColumn<Driver>[] {
  return [
    {
      id: "name",
      header: "Name",
      width: 170,
      grow: true,
      sortable: true,
      cell: (driver) => <OpenButton onOpen={() => onOpen(driver)}>{driver.name}</OpenButton>,
    },
    { id: "phone", header: "Phone", width: 136, cell: (driver) => driver.phone || <None>No phone</None> },
    {
      id: "email",
      header: "E-mail",
      width: 170,
      grow: true,
      cell: (driver) => driver.email || <None>No e-mail</None>,
    },
    { id: "skills", header: "Skills", width: 150, cell: (driver) => <Codes codes={driver.skills} /> },
    { id: "shift", header: "Shift", width: 116, sortable: true, cell: (driver) => shiftText(driver) },
    {
      id: "vehicle",
      header: "Usual vehicle",
      width: 120,
      sortable: true,
      cell: (driver) => driver.vehicleLabel ?? <None>None</None>,
    },
    {
      id: "depot",
      header: "Depot",
      width: 140,
      sortable: true,
      cell: (driver) => driver.depotName ?? <None>None</None>,
    },
    {
      id: "cost",
      header: "Cost/h",
      width: 96,
      align: "end",
      sortable: true,
      cell: (driver) => (driver.costPerHourCents ? formatMoney(driver.costPerHourCents, currency) : <None>–</None>),
    },
    {
      id: "status",
      header: "Status",
      width: 96,
      sortable: true,
      cell: (driver) => <DriverStatus status={driver.status} />,
    },
  ];
}
