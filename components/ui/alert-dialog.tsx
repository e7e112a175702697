"use client";
import { AlertDialog as BaseAlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { useDialogFocus } from "@/components/ui/use-dialog-focus";

export type AlertDialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  tone?: "default" | "danger";
  /** While true the dialog stays, with the confirm button busy; the caller closes it. */
  pending?: boolean;
  onConfirm: () => void;
  children?: ReactNode;
};

export function AlertDialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  confirmLabel,
  cancelLabel,
  tone = "default",
  pending,
  onConfirm,
  children,
}: AlertDialogProps) {
  const t = useWords("ui");
  const focus = useDialogFocus(Boolean(trigger));
  const confirm = (
    <Button variant={tone === "danger" ? "danger" : "primary"} loading={pending} onClick={onConfirm}>
      {confirmLabel}
    </Button>
  );
  return (
    <BaseAlertDialog.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <BaseAlertDialog.Trigger render={trigger} /> : null}
      <BaseAlertDialog.Portal>
        <BaseAlertDialog.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseAlertDialog.Viewport className="fixed inset-0 z-50 grid place-items-end sm:place-items-center sm:p-4">
          <BaseAlertDialog.Popup
            {...focus.popup}
            className="w-full rounded-t-xl bg-surface-raised p-5 shadow-modal outline-none transition-[opacity,transform] duration-150 ease-quiet data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:max-w-105 sm:rounded-xl"
          >
            <BaseAlertDialog.Title className="font-semibold text-lg">{title}</BaseAlertDialog.Title>
            <BaseAlertDialog.Description className="mt-1 text-ink-muted">{description}</BaseAlertDialog.Description>
            {children ? <div className="mt-3">{children}</div> : null}
            <div className="mt-5 flex justify-end gap-2">
              <BaseAlertDialog.Close render={<Button disabled={pending}>{cancelLabel ?? t("cancel")}</Button>} />
              {pending === undefined ? <BaseAlertDialog.Close render={confirm} /> : confirm}
            </div>
          </BaseAlertDialog.Popup>
        </BaseAlertDialog.Viewport>
      </BaseAlertDialog.Portal>
    </BaseAlertDialog.Root>
  );
}
