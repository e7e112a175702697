"use client";
import { useState } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import type { Project } from "@/components/lib/use-chosen-project";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import type { FormProject, OrderDraft } from "./order-draft";
import { OrderFields } from "./order-fields";
import type { KeptOrder, SaveOutcome } from "./save-order";
import { useOrderForm } from "./use-order-form";

export type OrderFormDrawerProps = {
  /** As its reader types loads. */
  project: FormProject & Pick<Project, "id" | "name">;
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
  const common = useWords("common");
  const t = useWords("orderForm");
  return (
    <>
      <Button onClick={onLeave}>{common("cancel")}</Button>
      {isNew ? (
        <Button loading={isSaving} onClick={() => void onSubmit({ another: true })}>
          {t("saveAnother")}
        </Button>
      ) : null}
      <Button variant="primary" loading={isSaving} onClick={() => void onSubmit()}>
        <span className="inline-flex items-center gap-2">
          {t(isNew ? "saveOrder" : "saveChanges")}
          <KeyboardHint keys="Mod+Enter" className="pointer-coarse:hidden" />
        </span>
      </Button>
    </>
  );
}

type Refusal = Exclude<SaveOutcome, { ok: true }>;

function FormRefusal({ refusal, onSaveOver }: { refusal: Refusal; onSaveOver: () => void }) {
  const common = useWords("common");
  const t = useWords("orderForm");
  const saveOver = (
    <Button size="sm" onClick={onSaveOver}>
      {t("saveOver")}
    </Button>
  );
  return (
    <Banner
      tone="error"
      title={t("notSaved")}
      className="mb-4"
      actions={refusal.reason === "stale" ? saveOver : undefined}
    >
      {refusal.message}
      {refusal.correlationId ? (
        <span className="block text-ink-muted text-sm">{common("reference", { id: refusal.correlationId })}</span>
      ) : null}
    </Banner>
  );
}

function titleOf(t: Words<"orderForm">, kept: KeptOrder | undefined): string {
  if (!kept) return t("newOrder");
  const number = kept.input.externalId;
  return number ? t("editNumber", { number }) : t("editOrder");
}

/** The form for one order, new or known. Leaving it with unsaved changes asks first. */
export function OrderFormDrawer({ project, kept, initial, tagSuggestions, onClose, onSaved }: OrderFormDrawerProps) {
  const t = useWords("orderForm");
  const form = useOrderForm({ project, kept, initial, onSaved, onClose });
  const [leaving, setLeaving] = useState(false);
  const leave = () => (form.isDirty ? setLeaving(true) : onClose());
  const saveKeys = [{ keys: "Mod+Enter", label: t("saveKey"), inFields: true, run: () => void form.submit() }];
  useHotkeys(saveKeys, { group: t("keyGroup"), exclusive: true, enabled: !leaving });
  return (
    <>
      <Drawer
        open
        onOpenChange={(open) => !open && leave()}
        size="lg"
        title={titleOf(t, kept)}
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
        title={t("leaveTitle")}
        description={t("leaveAbout")}
        confirmLabel={t("leave")}
        cancelLabel={t("keepWriting")}
        tone="danger"
        onConfirm={onClose}
      />
    </>
  );
}
