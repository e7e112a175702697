"use client";
import { Drawer as BaseDrawer } from "@base-ui/react/drawer";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { useDialogFocus } from "@/components/ui/use-dialog-focus";

export type DrawerProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  description?: ReactNode;
  /** "bottom" is the sheet of a phone. */
  side?: "right" | "left" | "bottom";
  size?: "md" | "lg" | "xl";
  /** The content brings its own edges and scrolls by itself. */
  flush?: boolean;
  children?: ReactNode;
  footer?: ReactNode;
};

const swipes = { right: "right", left: "left", bottom: "down" } as const;

const widths = { md: "w-[min(28rem,100vw)]", lg: "w-[min(45rem,100vw)]", xl: "w-[min(58rem,100vw)]" };

const places = {
  right: "justify-end",
  left: "justify-start",
  bottom: "items-end",
};

const shapes = {
  right:
    "h-full [transform:translateX(var(--drawer-swipe-movement-x))] data-ending-style:[transform:translateX(100%)] data-starting-style:[transform:translateX(100%)]",
  left: "h-full [transform:translateX(var(--drawer-swipe-movement-x))] data-ending-style:[transform:translateX(-100%)] data-starting-style:[transform:translateX(-100%)]",
  bottom:
    "max-h-[85dvh] w-full rounded-t-xl pb-[env(safe-area-inset-bottom)] [transform:translateY(var(--drawer-swipe-movement-y))] data-ending-style:[transform:translateY(100%)] data-starting-style:[transform:translateY(100%)]",
};

export function Drawer({
  open,
  onOpenChange,
  trigger,
  title,
  description,
  side = "right",
  size = "md",
  flush,
  children,
  footer,
}: DrawerProps) {
  const t = useWords("ui");
  const focus = useDialogFocus(Boolean(trigger));
  return (
    <BaseDrawer.Root open={open} onOpenChange={(next) => onOpenChange?.(next)} swipeDirection={swipes[side]}>
      {trigger ? <BaseDrawer.Trigger render={trigger} /> : null}
      <BaseDrawer.Portal>
        <BaseDrawer.Backdrop className="fixed inset-0 z-50 bg-scrim transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDrawer.Viewport className={clsx("fixed inset-0 z-50 flex", places[side])}>
          <BaseDrawer.Popup
            {...focus.popup}
            className={clsx(
              "flex flex-col bg-surface-raised shadow-modal outline-none transition-transform duration-200 ease-quiet data-swiping:select-none data-swiping:transition-none",
              side !== "bottom" && widths[size],
              shapes[side],
            )}
          >
            <header className="flex items-start gap-3 border-line border-b px-5 py-3">
              <div className="min-w-0 flex-1">
                <BaseDrawer.Title className="font-semibold text-lg">{title}</BaseDrawer.Title>
                {description ? (
                  <BaseDrawer.Description className="text-ink-muted">{description}</BaseDrawer.Description>
                ) : null}
              </div>
              <BaseDrawer.Close render={<IconButton label={t("close")} icon={<X />} className="-mr-2" />} />
            </header>
            <BaseDrawer.Content ref={focus.body} className={clsx("min-h-0 flex-1", !flush && "scroll-quiet p-5")}>
              {children}
            </BaseDrawer.Content>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
            ) : null}
          </BaseDrawer.Popup>
        </BaseDrawer.Viewport>
      </BaseDrawer.Portal>
    </BaseDrawer.Root>
  );
}
