"use client";
import { useState } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { Project } from "@/components/lib/use-chosen-project";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import type { OrderDraft } from "./order-draft";
import { OrderFields } from "./order-fields";
import type { KeptOrder, SaveOutcome } from "./save-order";
import { useOrderForm } from "./use-order-form";

export type OrderFormDrawerProps = {
  project: Project;
  /** Edited; absent for a new order. */
  kept?: KeptOrder;
  /** What the form starts from. */
  initial: OrderDraft;
  tagSuggestions: readonly string[];
  onClose: () => void;
  onSaved: (id: string, kept: boolean) => void;
};

type FooterProps = {
  isNew: boolean;
  isSaving: boolean;
  onLeave: () => void;
  onSubmit: (options?: { another?: boolean; over?: boolean }) => Promise<void>;
};

function FormFooter({ isNew, isSaving, onLeave, onSubmit }: FooterProps) {
  return (
    <>
      <Button onClick={onLeave}>Cancel</Button>
      {isNew ? (
        <Button loading={isSaving} onClick={() => void onSubmit({ another: true })}>
          Save and add another
        </Button>
      ) : null}
      <Button variant="primary" loading={isSaving} onClick={() => void onSubmit()}>
        <span className="inline-flex items-center gap-2">
          {isNew ? "Save order" : "Save changes"}
          <KeyboardHint keys="Mod+Enter" className="pointer-coarse:hidden" />
        </span>
      </Button>
    </>
  );
}

type Refusal = Exclude<SaveOutcome, { ok: true }>;

function FormRefusal({ refusal, onSaveOver }: { refusal: Refusal; onSaveOver: () => void }) {
  const saveOver = (
    <Button size="sm" onClick={onSaveOver}>
      Save over it
    </Button>
  );
  return (
    <Banner tone="error" title="Not saved" className="mb-4" actions={refusal.reason === "stale" ? saveOver : undefined}>
      {refusal.message}
      {refusal.correlationId ? (
        <span className="block text-ink-muted text-sm">Reference {refusal.correlationId}</span>
      ) : null}
    </Banner>
  );
}

/** The form for one order, new or known. Leaving it with unsaved changes asks first. */
export function OrderFormDrawer({ project, kept, initial, tagSuggestions, onClose, onSaved }: OrderFormDrawerProps) {
  const form = useOrderForm({ project, kept, initial, onSaved, onClose });
  const [leaving, setLeaving] = useState(false);
  const leave = () => (form.isDirty ? setLeaving(true) : onClose());
  const saveKeys = [{ keys: "Mod+Enter", label: "Save the order", inFields: true, run: () => void form.submit() }];
  useHotkeys(saveKeys, { group: "Order form", exclusive: true, enabled: !leaving });
  return (
    <>
      <Drawer
        open
        onOpenChange={(open) => !open && leave()}
        size="lg"
        title={kept ? `Edit ${kept.input.externalId ?? "order"}` : "New order"}
        description={project.name}
        footer={<FormFooter isNew={!kept} isSaving={form.isSaving} onLeave={leave} onSubmit={form.submit} />}
      >
        <div
          onKeyDownCapture={(event) => {
            // Some controls keep Enter to themselves, with Ctrl too.
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.stopPropagation();
            void form.submit();
          }}
        >
          {form.refusal ? (
            <FormRefusal refusal={form.refusal} onSaveOver={() => void form.submit({ over: true })} />
          ) : null}
          <OrderFields
            key={form.round}
            draft={form.draft}
            errors={form.errors}
            project={project}
            onChange={form.change}
            tagSuggestions={tagSuggestions}
          />
        </div>
      </Drawer>
      <AlertDialog
        open={leaving}
        onOpenChange={setLeaving}
        title="Leave without saving?"
        description="What you wrote in this form will be lost."
        confirmLabel="Leave"
        cancelLabel="Keep writing"
        tone="danger"
        onConfirm={onClose}
      />
    </>
  );
}
