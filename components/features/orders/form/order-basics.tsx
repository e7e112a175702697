"use client";
import { useWords } from "@/components/lib/words/words-context";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { DELIVERY_KINDS } from "@/server/domain/order/delivery-schema";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import type { OrderDraft } from "./order-draft";
import type { OrderErrors } from "./read-order";

export type OrderPartProps = {
  draft: OrderDraft;
  errors: OrderErrors;
  onChange: (change: Partial<OrderDraft>) => void;
};

/** What the order is: kind, number, day, priority. */
export function OrderBasics({ draft, errors, onChange }: OrderPartProps) {
  const orders = useWords("orders");
  const t = useWords("orderForm");
  return (
    <div className="flex flex-col gap-3 pb-4">
      <div className="-mx-5 overflow-x-auto px-5 [scrollbar-width:none]">
        <SegmentedControl
          label={t("kindOfOrder")}
          options={DELIVERY_KINDS.map((value) => ({ value, label: orders(`kind.${value}`) }))}
          value={draft.kind}
          onValueChange={(kind) => onChange({ kind })}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-[1fr_10rem_9rem]">
        <TextField
          label={t("number")}
          hint={t("numberHint")}
          error={errors.externalId}
          value={draft.externalId}
          onValueChange={(externalId) => onChange({ externalId })}
          autoComplete="off"
        />
        <TextField
          label={t("serviceDay")}
          type="date"
          error={errors.serviceDate}
          value={draft.serviceDate}
          onValueChange={(serviceDate) => onChange({ serviceDate })}
        />
        <Select
          label={t("priority")}
          options={PRIORITIES.map((value) => ({ value, label: orders(`priority.${value}`) }))}
          value={draft.priority}
          onValueChange={(priority) => onChange({ priority })}
        />
      </div>
    </div>
  );
}
