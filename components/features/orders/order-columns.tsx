"use client";
import clsx from "clsx";
import { ChevronsUp, ChevronUp, CircleHelp, LoaderCircle, MapPinOff, Minus, TriangleAlert } from "lucide-react";
import { formatDate } from "@/components/lib/format";
import { Badge } from "@/components/ui/badge";
import type { GridColumn } from "@/components/ui/data-grid-column";
import { DOUBTFUL_CONFIDENCES } from "@/server/domain/order/stored-delivery";
import { addressLine, type LoadDimension, loadsLine, windowsLine } from "./describe-order";
import { CONFIDENCE_LABELS, KIND_LABELS, PRIORITY_LABELS, STATUS_LABELS, STATUS_TONES } from "./order-labels";
import type { OrderRow } from "./use-order-pages";

const PRIORITY_ICONS = { low: Minus, normal: null, high: ChevronUp, critical: ChevronsUp };

function NumberCell({ row, onOpen }: { row: OrderRow; onOpen: (id: string) => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => onOpen(row.id)}
      className="max-w-full truncate rounded-sm font-medium text-accent underline-offset-2 hover:underline"
    >
      {row.externalId ?? "No number"}
    </button>
  );
}

/** The door in words, with a sign where nobody is sure of it yet. */
export function AddressText({ row }: { row: Pick<OrderRow, "address" | "confidence"> }) {
  const isDoubtful = DOUBTFUL_CONFIDENCES.includes(row.confidence);
  const isPending = row.confidence === "pending";
  const Icon = row.confidence === "none" ? MapPinOff : isPending ? LoaderCircle : CircleHelp;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {isDoubtful || isPending ? (
        <span
          title={CONFIDENCE_LABELS[row.confidence]}
          className={clsx("flex shrink-0", isDoubtful ? "text-warn" : "text-ink-muted")}
        >
          <Icon aria-hidden="true" className="size-3.5" />
          <span className="sr-only">{CONFIDENCE_LABELS[row.confidence]}: </span>
        </span>
      ) : null}
      <span className="truncate">{addressLine(row.address)}</span>
    </span>
  );
}

/** A priority as shape and word; nothing for the usual one. */
export function PriorityText({ priority }: { priority: OrderRow["priority"] }) {
  const Icon = PRIORITY_ICONS[priority];
  if (!Icon) return <span className="text-ink-muted">{PRIORITY_LABELS[priority]}</span>;
  return (
    <span className={clsx("inline-flex items-center gap-1", priority === "low" ? "text-ink-muted" : "font-medium")}>
      <Icon aria-hidden="true" className={clsx("size-3.5", priority === "critical" && "text-warn")} />
      {PRIORITY_LABELS[priority]}
    </span>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex gap-1 overflow-hidden" title={tags.join(", ")}>
      {tags.slice(0, 3).map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
      {tags.length > 3 ? <span className="text-ink-muted text-xs">+{tags.length - 3}</span> : null}
    </span>
  );
}

/** Where the order is in a plan: "3 · Anna Holm". */
export function RouteText({ route }: { route: OrderRow["route"] }) {
  if (!route) return <span className="text-ink-muted">Unplanned</span>;
  return (
    <span>
      <span className="font-semibold tabular-nums">{route.number}</span>
      <span className="text-ink-muted"> · {route.driverName || "No driver"}</span>
    </span>
  );
}

export function StatusBadge({ status }: { status: OrderRow["status"] }) {
  return (
    <Badge tone={STATUS_TONES[status]} icon={status === "failed" ? <TriangleAlert aria-hidden="true" /> : undefined}>
      {STATUS_LABELS[status]}
    </Badge>
  );
}

const quiet = (text: string) => <span className="text-ink-muted">{text}</span>;

type Columns = GridColumn<OrderRow>[];

function doorColumns(onOpen: (id: string) => void): Columns {
  return [
    {
      id: "externalId",
      header: "Number",
      width: 128,
      sortable: true,
      cell: (row) => <NumberCell row={row} onOpen={onOpen} />,
    },
    {
      id: "name",
      header: "Customer",
      width: 150,
      grow: true,
      sortable: true,
      cell: (row) => row.contact.name || quiet("No name"),
    },
    {
      id: "address",
      header: "Address",
      width: 230,
      grow: true,
      sortable: true,
      cell: (row) => <AddressText row={row} />,
    },
    {
      id: "serviceDate",
      header: "Day",
      width: 88,
      sortable: true,
      cell: (row) => (row.serviceDate ? formatDate(row.serviceDate, { style: "short" }) : quiet("No day")),
    },
    {
      id: "windows",
      header: "Windows",
      width: 132,
      cell: (row) => (row.windows.length === 0 ? quiet("Any time") : windowsLine(row.windows)),
    },
  ];
}

/** The list's columns; ids that the list service sorts by are its own words. */
export function orderColumns(dimensions: readonly LoadDimension[], onOpen: (id: string) => void): Columns {
  return [
    ...doorColumns(onOpen),
    { id: "loads", header: "Load", width: 164, cell: (row) => loadsLine(row.loads, dimensions) },
    {
      id: "priority",
      header: "Priority",
      width: 90,
      sortable: true,
      cell: (row) => <PriorityText priority={row.priority} />,
    },
    {
      id: "status",
      header: "Status",
      width: 104,
      sortable: true,
      cell: (row) => <StatusBadge status={row.status} />,
    },
    { id: "route", header: "Route", width: 130, cell: (row) => <RouteText route={row.route} /> },
    { id: "kind", header: "Kind", width: 96, cell: (row) => KIND_LABELS[row.kind] },
    { id: "tags", header: "Tags", width: 130, cell: (row) => <Tags tags={row.tags} /> },
  ];
}
