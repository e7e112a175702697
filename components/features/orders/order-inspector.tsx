"use client";
import { useQuery } from "@tanstack/react-query";
import { Ban, ChevronDown, ChevronUp, Copy, Pencil, Trash2, X } from "lucide-react";
import Link from "next/link";
import { useTRPC } from "@/components/lib/trpc";
import type { Project } from "@/components/lib/use-chosen-project";
import { useRefusalOf } from "@/components/lib/use-refusal-of";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Skeleton } from "@/components/ui/skeleton";
import { TERMINAL_DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { PriorityText, StatusBadge } from "./order-columns";
import { OrderCustomer } from "./order-customer";
import { OrderEvidence } from "./order-evidence";
import { type OrderDetails, OrderFacts } from "./order-facts";
import { OrderPartner } from "./order-partner";
import { OrderTimeline } from "./order-timeline";

export type OrderInspectorProps = {
  orderId: string;
  project: Project;
  onEdit: (order: OrderDetails) => void;
  onCopy: (order: OrderDetails) => void;
  onCancel: (order: OrderDetails) => void;
  onDelete: (order: OrderDetails) => void;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
};

function Heading({ order }: { order: OrderDetails }) {
  const t = useWords("orders");
  const { input, status, route } = order;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3">
      <StatusBadge status={status} />
      <span>{t(`kind.${input.kind}`)}</span>
      <span className="tabular-nums">{input.serviceDate ? t.format.date(input.serviceDate) : t("noDay")}</span>
      <PriorityText priority={input.priority} />
      {route && input.serviceDate ? (
        <Link
          href={`/plan/${input.serviceDate}?project=${order.projectId}`}
          className="font-medium text-accent hover:underline"
        >
          {t("onRoute", { number: String(route.number) })}
        </Link>
      ) : null}
    </div>
  );
}

/** All there is to know about one order, beside the list. */
export function OrderInspector(props: OrderInspectorProps) {
  const common = useWords("common");
  const refusalOf = useRefusalOf();
  const t = useWords("orders");
  const { orderId, project, onEdit, onCopy, onCancel, onDelete, onStep, onClose } = props;
  const trpc = useTRPC();
  const mayWrite = useMay("order.write");
  const mayReview = useMay("proof.read");
  const query = useQuery(trpc.order.get.queryOptions({ id: orderId }));
  const order = query.data;
  return (
    <section aria-label={t("details")} className="flex min-h-0 flex-1 flex-col bg-surface">
      <header className="flex items-center gap-0.5 border-line border-b px-4 py-1.5">
        <h2 className="min-w-0 flex-1 truncate font-semibold text-md">
          {order ? (order.input.externalId ?? t("orderNoNumber")) : t("order")}
        </h2>
        <IconButton label={t("previous")} shortcut="K" icon={<ChevronUp />} onClick={() => onStep(-1)} />
        <IconButton label={t("next")} shortcut="J" icon={<ChevronDown />} onClick={() => onStep(1)} />
        <IconButton label={t("closeDetails")} shortcut="Escape" icon={<X />} onClick={onClose} />
      </header>
      {query.error ? (
        <EmptyState title={t("cannotShow")} actions={<Button onClick={onClose}>{common("close")}</Button>}>
          {refusalOf(query.error).message}
        </EmptyState>
      ) : order ? (
        <>
          <div className="scroll-quiet min-h-0 flex-1 px-4 pb-4">
            <Heading order={order} />
            <OrderFacts order={order} project={project} />
            <OrderPartner order={order} zone={project.timeZone} />
            {mayReview ? <OrderEvidence order={order} /> : null}
            <OrderCustomer order={order} zone={project.timeZone} />
            <div className="border-line border-t pt-3">
              <h3 className="mb-2 font-semibold">{t("history")}</h3>
              <OrderTimeline orderId={orderId} zone={project.timeZone} />
            </div>
          </div>
          {mayWrite ? (
            <footer className="flex items-center gap-2 border-line border-t px-4 py-2">
              <Button variant="primary" size="sm" icon={<Pencil aria-hidden="true" />} onClick={() => onEdit(order)}>
                {t("edit")}
              </Button>
              <Button size="sm" icon={<Copy aria-hidden="true" />} onClick={() => onCopy(order)}>
                {t("newLikeThis")}
              </Button>
              <span className="flex-1" />
              {TERMINAL_DELIVERY_STATUSES.includes(order.status) ? null : (
                <IconButton label={t("cancelOrder")} icon={<Ban />} onClick={() => onCancel(order)} />
              )}
              <IconButton label={t("deleteOrder")} icon={<Trash2 />} onClick={() => onDelete(order)} />
            </footer>
          ) : null}
        </>
      ) : (
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="h-5 w-48" />
          <Skeleton className="h-28 w-full" />
          <Skeleton className="h-20 w-full" />
        </div>
      )}
    </section>
  );
}
