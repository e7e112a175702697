"use client";
import clsx from "clsx";
import { ChevronsUp, ChevronUp, CircleHelp, LoaderCircle, MapPinOff, Minus, TriangleAlert } from "lucide-react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Badge } from "@/components/ui/badge";
import type { GridColumn } from "@/components/ui/data-grid-column";
import { DOUBTFUL_CONFIDENCES } from "@/server/domain/order/stored-delivery";
import { addressLine, type LoadDimension, loadsLine, windowsLine } from "./describe-order";
import { STATUS_TONES } from "./order-labels";
import type { OrderRow } from "./use-order-pages";

const PRIORITY_ICONS = { low: Minus, normal: null, high: ChevronUp, critical: ChevronsUp };

function NumberCell({ row, onOpen }: { row: OrderRow; onOpen: (id: string) => void }) {
  const t = useWords("orders");
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={() => onOpen(row.id)}
      className="max-w-full truncate rounded-sm font-medium text-accent underline-offset-2 hover:underline"
    >
      {row.externalId ?? t("noNumber")}
    </button>
  );
}

/** The door in words, with a sign where nobody is sure of it yet. */
export function AddressText({ row }: { row: Pick<OrderRow, "address" | "confidence"> }) {
  const t = useWords("orders");
  const isDoubtful = DOUBTFUL_CONFIDENCES.includes(row.confidence);
  const isPending = row.confidence === "pending";
  const Icon = row.confidence === "none" ? MapPinOff : isPending ? LoaderCircle : CircleHelp;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {isDoubtful || isPending ? (
        <span
          title={t(`confidence.${row.confidence}`)}
          className={clsx("flex shrink-0", isDoubtful ? "text-warn" : "text-ink-muted")}
        >
          <Icon aria-hidden="true" className="size-3.5" />
          <span className="sr-only">{t(`confidence.${row.confidence}`)}: </span>
        </span>
      ) : null}
      <span className="truncate">{addressLine(row.address)}</span>
    </span>
  );
}

/** A priority as shape and word; nothing for the usual one. */
export function PriorityText({ priority }: { priority: OrderRow["priority"] }) {
  const t = useWords("orders");
  const Icon = PRIORITY_ICONS[priority];
  if (!Icon) return <span className="text-ink-muted">{t(`priority.${priority}`)}</span>;
  return (
    <span className={clsx("inline-flex items-center gap-1", priority === "low" ? "text-ink-muted" : "font-medium")}>
      <Icon aria-hidden="true" className={clsx("size-3.5", priority === "critical" && "text-warn")} />
      {t(`priority.${priority}`)}
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
  const t = useWords("orders");
  if (!route) return <span className="text-ink-muted">{t("unplanned")}</span>;
  return (
    <span>
      <span className="font-semibold tabular-nums">{route.number}</span>
      <span className="text-ink-muted"> · {route.driverName || t("noDriver")}</span>
    </span>
  );
}

export function StatusBadge({ status }: { status: OrderRow["status"] }) {
  const t = useWords("orders");
  return (
    <Badge tone={STATUS_TONES[status]} icon={status === "failed" ? <TriangleAlert aria-hidden="true" /> : undefined}>
      {t(`status.${status}`)}
    </Badge>
  );
}

const quiet = (text: string) => <span className="text-ink-muted">{text}</span>;

type Columns = GridColumn<OrderRow>[];

function doorColumns(t: Words<"orders">, onOpen: (id: string) => void): Columns {
  return [
    {
      id: "externalId",
      header: t("column.number"),
      width: 128,
      sortable: true,
      cell: (row) => <NumberCell row={row} onOpen={onOpen} />,
    },
    {
      id: "name",
      header: t("column.customer"),
      width: 150,
      grow: true,
      sortable: true,
      cell: (row) => row.contact.name || quiet(t("noName")),
    },
    {
      id: "address",
      header: t("column.address"),
      width: 230,
      grow: true,
      sortable: true,
      cell: (row) => <AddressText row={row} />,
    },
    {
      id: "serviceDate",
      header: t("column.day"),
      width: 88,
      sortable: true,
      cell: (row) => (row.serviceDate ? t.format.date(row.serviceDate, "short") : quiet(t("noDay"))),
    },
    {
      id: "windows",
      header: t("column.windows"),
      width: 132,
      cell: (row) => (row.windows.length === 0 ? quiet(t("anyTime")) : windowsLine(t, row.windows)),
    },
  ];
}

/** The list's columns; ids that the list service sorts by are its own words. */
export function orderColumns(
  t: Words<"orders">,
  dimensions: readonly LoadDimension[],
  onOpen: (id: string) => void,
): Columns {
  return [
    ...doorColumns(t, onOpen),
    { id: "loads", header: t("column.load"), width: 164, cell: (row) => loadsLine(t, row.loads, dimensions) },
    {
      id: "priority",
      header: t("column.priority"),
      width: 90,
      sortable: true,
      cell: (row) => <PriorityText priority={row.priority} />,
    },
    {
      id: "status",
      header: t("column.status"),
      width: 104,
      sortable: true,
      cell: (row) => <StatusBadge status={row.status} />,
    },
    { id: "route", header: t("column.route"), width: 130, cell: (row) => <RouteText route={row.route} /> },
    { id: "kind", header: t("column.kind"), width: 96, cell: (row) => t(`kind.${row.kind}`) },
    { id: "tags", header: t("column.tags"), width: 130, cell: (row) => <Tags tags={row.tags} /> },
  ];
}
