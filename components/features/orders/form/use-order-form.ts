"use client";
import { useEffect, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { useToast } from "@/components/ui/toast";
import type { FormProject, OrderDraft } from "./order-draft";
import { type OrderErrors, readOrder } from "./read-order";
import { type KeptOrder, type SaveOutcome, useSaveOrder } from "./save-order";

export type OrderFormInput = {
  project: FormProject & { readonly id: string };
  kept?: KeptOrder;
  initial: OrderDraft;
  onSaved: (id: string, kept: boolean) => void;
  onClose: () => void;
};

const NO_ERRORS: OrderErrors = {};

/** The form's state: what is written, what is wrong with it, and saving it. */
export function useOrderForm({ project, kept, initial, onSaved, onClose }: OrderFormInput) {
  const t = useWords("orderForm");
  const toast = useToast();
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState(NO_ERRORS);
  const [refusal, setRefusal] = useState<Exclude<SaveOutcome, { ok: true }>>();
  // Each "add another" is a new round: its fields are made anew, and the first takes the focus.
  const [round, setRound] = useState(0);
  const [start, setStart] = useState(initial);
  const { save, isSaving } = useSaveOrder(project.id);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(start);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);

  function fail(next: OrderErrors) {
    setErrors(next);
    requestAnimationFrame(() => document.querySelector<HTMLElement>("[role=dialog] [aria-invalid=true]")?.focus());
  }

  function startAnother() {
    // The day stays: whoever types in a pile of orders types in one day's.
    const next = { ...initial, serviceDate: draft.serviceDate };
    setDraft(next);
    setStart(next);
    setRound((count) => count + 1);
  }

  async function submit({ another = false, over = false } = {}) {
    if (isSaving) return;
    setRefusal(undefined);
    const read = readOrder(t, draft, project, kept?.input);
    if (!read.ok) return fail(read.errors);
    setErrors(NO_ERRORS);
    const outcome = await save(read.input, kept, over);
    if (!outcome.ok) {
      setRefusal(outcome);
      return fail(outcome.errors);
    }
    const number = read.input.externalId;
    const saved = number ? t("savedNumber", { number }) : t("savedOrder");
    toast.show({ tone: "ok", title: outcome.isChanged ? saved : t("nothingChanged") });
    onSaved(outcome.id, another);
    if (another) startAnother();
    else onClose();
  }

  const change = (next: Partial<OrderDraft>) => setDraft((before) => ({ ...before, ...next }));
  return { draft, errors, refusal, round, isDirty, isSaving, change, submit };
}
