"use client";
import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { useDialogFocus } from "@/components/ui/use-dialog-focus";

export type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** An element that opens it, when the caller does not control `open`. */
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  size?: "sm" | "md" | "lg" | "xl";
  children?: ReactNode;
  /** Buttons, right-aligned, primary last. */
  footer?: ReactNode;
};

const widths = { sm: "sm:max-w-100", md: "sm:max-w-130", lg: "sm:max-w-180", xl: "sm:max-w-260" };

export function Dialog({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  size = "md",
  children,
  footer,
}: DialogProps) {
  const t = useWords("ui");
  const focus = useDialogFocus(Boolean(trigger));
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <BaseDialog.Trigger render={trigger} /> : null}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Viewport className="fixed inset-0 z-50 flex items-end justify-center sm:items-start sm:p-4 sm:pt-[12vh]">
          <BaseDialog.Popup
            {...focus.popup}
            className={clsx(
              "flex max-h-[92dvh] w-full flex-col rounded-t-xl bg-surface-raised shadow-modal outline-none sm:max-h-[80dvh] sm:rounded-xl",
              "transition-[opacity,transform] duration-150 ease-quiet data-ending-style:translate-y-2 data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0",
              widths[size],
            )}
          >
            <header className="flex items-start gap-3 px-5 pt-4 pb-3">
              <div className="min-w-0 flex-1">
                <BaseDialog.Title className="font-semibold text-lg">{title}</BaseDialog.Title>
                {description ? (
                  <BaseDialog.Description className="mt-0.5 text-ink-muted">{description}</BaseDialog.Description>
                ) : null}
              </div>
              <BaseDialog.Close render={<IconButton label={t("close")} icon={<X />} className="-mr-2 -mt-1" />} />
            </header>
            <div ref={focus.body} className="scroll-quiet min-h-0 flex-1 px-5 pb-5">
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
            ) : null}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
