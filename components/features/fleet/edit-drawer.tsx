"use client";
import { type FormEvent, type ReactNode, type RefObject, useId, useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";

export type EditDrawerProps = {
  open: boolean;
  title: string;
  description?: string;
  submitLabel: string;
  isPending: boolean;
  refusal: Refusal | null;
  refusalTitle?: string;
  /** Whether closing would lose something. */
  isDirty: boolean;
  /** Without it everything is read only. */
  mayEdit: boolean;
  form: RefObject<HTMLFormElement | null>;
  onSubmit: () => void;
  onClose: () => void;
  /** In the footer, far from the button that saves. */
  otherActions?: ReactNode;
  children: ReactNode;
};

/** A form in a drawer: Enter saves, closing asks when something would be lost, a refusal stands above the fields. */
export function EditDrawer(props: EditDrawerProps) {
  const common = useWords("common");
  const t = useWords("fleet");
  const formId = useId();
  const [isAsking, setAsking] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!props.isPending && props.mayEdit) props.onSubmit();
  }

  return (
    <Drawer
      open={props.open}
      onOpenChange={(next) => {
        if (next) return;
        if (props.isDirty && !props.isPending) setAsking(true);
        else props.onClose();
      }}
      title={props.title}
      description={props.description}
      footer={
        props.mayEdit ? (
          <>
            <span className="mr-auto flex gap-2">{props.otherActions}</span>
            <Button type="submit" form={formId} variant="primary" loading={props.isPending}>
              {props.submitLabel}
            </Button>
          </>
        ) : undefined
      }
    >
      <form ref={props.form} id={formId} noValidate onSubmit={submit} className="flex flex-col gap-6">
        {props.refusal ? (
          <Banner tone="error" title={props.refusalTitle ?? t("notSaved")}>
            {props.refusal.message}
            {props.refusal.correlationId ? (
              <span className="block select-all text-ink-muted text-sm">
                {common("reference", { id: props.refusal.correlationId })}
              </span>
            ) : null}
          </Banner>
        ) : null}
        <fieldset disabled={!props.mayEdit} className="contents">
          {props.children}
        </fieldset>
      </form>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("leaveTitle")}
        description={t("leaveAbout")}
        confirmLabel={t("leave")}
        cancelLabel={common("keepEditing")}
        tone="danger"
        onConfirm={props.onClose}
      />
    </Drawer>
  );
}

/** Fields that belong together, under a heading. */
export function FormGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h3 id={id} className="font-semibold text-base">
        {title}
      </h3>
      {children}
    </section>
  );
}
