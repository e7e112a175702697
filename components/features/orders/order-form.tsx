"use client";
import { lazy, Suspense, useState } from "react";
import type { Project } from "@/components/lib/use-chosen-project";
import type { Formats } from "@/components/lib/words/formats";
import { useFormats } from "@/components/lib/words/words-context";
import { emptyOrder, type FormProject, orderDraft } from "./form/order-draft";
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

/** The project as its reader types loads. */
function typedProject(project: Project, { loads, units }: Formats) {
  return { ...project, loadDimensions: loads(project.loadDimensions), weightUnit: units.weight };
}

function initialDraft(target: OrderFormTarget, project: FormProject, day: string) {
  if (target.kind === "new") return emptyOrder(project, day);
  const draft = orderDraft(target.order.input, project);
  return target.kind === "edit" ? draft : { ...draft, externalId: "" };
}

/** The form, fetched when it is first needed. */
export function OrderForm({ target, project, day, tagSuggestions, onClose, onSaved }: OrderFormProps) {
  const format = useFormats();
  // What is typed is read in the units it was begun in.
  const [{ typed, initial }] = useState(() => {
    const typed = typedProject(project, format);
    return { typed, initial: initialDraft(target, typed, day) };
  });
  const kept = target.kind === "edit" ? target.order : undefined;
  return (
    <Suspense fallback={null}>
      <OrderFormDrawer
        project={typed}
        initial={initial}
        kept={kept && { id: kept.id, version: kept.version, input: kept.input }}
        tagSuggestions={tagSuggestions}
        onClose={onClose}
        onSaved={onSaved}
      />
    </Suspense>
  );
}
