"use client";
import { type FormEvent, type ReactNode, type RefObject, useId, useState } from "react";
import type { Refusal } from "@/components/lib/refusal";
import { useWords } from "@/components/lib/words/words-context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { RefusedBanner } from "./save-bar";

export type EditDialogProps = {
  title: string;
  size?: "md" | "lg";
  form: RefObject<HTMLFormElement | null>;
  isDirty: boolean;
  isPending: boolean;
  refusal: Refusal | null;
  /** Given, there is something to take away, and this says what comes of it. */
  removal?: { readonly label: string; readonly title: string; readonly about: string; readonly onConfirm: () => void };
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog: closing asks when something would be lost, a refusal stands above the fields. */
export function EditDialog(props: EditDialogProps) {
  const common = useWords("common");
  const t = useWords("settingsForm");
  const formId = useId();
  const [asking, setAsking] = useState<"leave" | "remove" | null>(null);
  const { removal, isPending, refusal } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) props.onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && (props.isDirty && !isPending ? setAsking("leave") : props.onClose())}
      title={props.title}
      size={props.size}
      footer={
        <>
          {removal ? (
            <Button variant="ghost" className="mr-auto" disabled={isPending} onClick={() => setAsking("remove")}>
              {removal.label}
            </Button>
          ) : null}
          <Button type="submit" form={formId} variant="primary" loading={isPending}>
            {common("save")}
          </Button>
        </>
      }
    >
      <form ref={props.form} id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {refusal ? <RefusedBanner refusal={refusal} /> : null}
        {props.children}
      </form>
      <AlertDialog
        open={asking === "leave"}
        onOpenChange={() => setAsking(null)}
        title={t("leaveTitle")}
        description={t("leaveDialogAbout")}
        confirmLabel={t("leave")}
        cancelLabel={common("keepEditing")}
        tone="danger"
        onConfirm={props.onClose}
      />
      {removal ? (
        <AlertDialog
          open={asking === "remove"}
          onOpenChange={() => setAsking(null)}
          title={removal.title}
          description={removal.about}
          confirmLabel={removal.label}
          tone="danger"
          onConfirm={removal.onConfirm}
        />
      ) : null}
    </Dialog>
  );
}
