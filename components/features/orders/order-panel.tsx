"use client";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { Project } from "@/components/lib/use-chosen-project";
import { useMediaQuery } from "@/components/lib/use-media-query";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import type { OrderDetails } from "./order-facts";
import type { OrderFormTarget } from "./order-form";
import { OrderInspector } from "./order-inspector";
import type { OrderRow } from "./use-order-pages";

export type OrderPanelProps = {
  orderId: string;
  project: Project;
  /** For stepping through the list. */
  rows: readonly OrderRow[];
  onOpen: (id: string) => void;
  onClose: () => void;
  onForm: (target: OrderFormTarget) => void;
  onCancel: (id: string) => void;
  onDelete: (id: string) => void;
};

/** Where there is no room beside the list, the details lie over it. */
const NARROW = "(max-width: 1023px)";

/** The details beside the list, walked through with J and K. */
export function OrderPanel({ orderId, project, rows, onOpen, onClose, onForm, onCancel, onDelete }: OrderPanelProps) {
  const t = useWords("orders");
  const isNarrow = useMediaQuery(NARROW);
  const mayWrite = useMay("order.write");
  function step(by: 1 | -1) {
    const at = rows.findIndex((row) => row.id === orderId);
    const next = rows[at === -1 ? 0 : at + by];
    if (next) onOpen(next.id);
  }
  useHotkeys(
    [
      { keys: "J", label: t("next"), run: () => step(1) },
      { keys: "K", label: t("previous"), run: () => step(-1) },
      { keys: "Escape", label: t("closeDetails"), run: onClose },
    ],
    { group: t("title") },
  );
  const inspector = (
    <OrderInspector
      key={orderId}
      orderId={orderId}
      project={project}
      onEdit={(order: OrderDetails) => mayWrite && onForm({ kind: "edit", order })}
      onCopy={(order) => onForm({ kind: "copy", order })}
      onCancel={(order) => onCancel(order.id)}
      onDelete={(order) => onDelete(order.id)}
      onStep={step}
      onClose={onClose}
    />
  );
  if (isNarrow) return <div className="fixed inset-0 z-40 flex flex-col bg-surface">{inspector}</div>;
  return <div className="flex w-96 shrink-0 flex-col border-line border-l">{inspector}</div>;
}
