"use client";
import { lazy, Suspense, useState } from "react";
import type { Project } from "@/components/lib/use-chosen-project";
import { emptyOrder, orderDraft } from "./form/order-draft";
import type { OrderDetails } from "./order-facts";

/** Phone rules are heavy: they come with the form, not with the list. */
const OrderFormDrawer = lazy(async () => ({
  default: (await import("./form/order-form-drawer")).OrderFormDrawer,
}));

/** What the form is open for. */
export type OrderFormTarget = { kind: "new" } | { kind: "edit" | "copy"; order: OrderDetails };

export type OrderFormProps = {
  target: OrderFormTarget;
  project: Project;
  /** The day a new order starts with. */
  day: string;
  tagSuggestions: readonly string[];
  onClose: () => void;
  onSaved: (id: string, another: boolean) => void;
};

function initialDraft(target: OrderFormTarget, project: Project, day: string) {
  if (target.kind === "new") return emptyOrder(project, day);
  const draft = orderDraft(target.order.input, project);
  return target.kind === "edit" ? draft : { ...draft, externalId: "" };
}

/** The form, fetched when it is first needed. */
export function OrderForm({ target, project, day, tagSuggestions, onClose, onSaved }: OrderFormProps) {
  const [initial] = useState(() => initialDraft(target, project, day));
  const kept = target.kind === "edit" ? target.order : undefined;
  return (
    <Suspense fallback={null}>
      <OrderFormDrawer
        project={project}
        initial={initial}
        kept={kept && { id: kept.id, version: kept.version, input: kept.input }}
        tagSuggestions={tagSuggestions}
        onClose={onClose}
        onSaved={onSaved}
      />
    </Suspense>
  );
}
