"use client";
import { Toast as BaseToast } from "@base-ui/react/toast";
import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";

export type ToastTone = "neutral" | "ok" | "warn" | "error";

export type ToastOptions = {
  title: string;
  description?: string;
  tone?: ToastTone;
  /** One way back or forward, e.g. Undo. The toast closes when it is used. */
  action?: { label: string; onClick: () => void };
  /** Milliseconds; 0 keeps it until dismissed. Errors stay unless told otherwise. */
  timeoutMs?: number;
};

export type ToastApi = {
  /** Shows a toast and returns its id. */
  show: (options: ToastOptions) => string;
  dismiss: (id: string) => void;
};

const icons: Record<ToastTone, ReactNode> = {
  neutral: <Info className="text-ink-muted" />,
  ok: <CircleCheck className="text-ok" />,
  warn: <TriangleAlert className="text-warn" />,
  error: <CircleAlert className="text-alert" />,
};

export function useToast(): ToastApi {
  const { add, close } = BaseToast.useToastManager();
  return useMemo(
    () => ({
      show: ({ title, description, tone = "neutral", action, timeoutMs }) => {
        const id = add({
          title,
          description,
          type: tone,
          priority: tone === "error" ? "high" : "low",
          timeout: timeoutMs ?? (tone === "error" ? 0 : action ? 10_000 : 5_000),
          actionProps: action && {
            children: action.label,
            onClick: () => {
              action.onClick();
              close(id);
            },
          },
        });
        return id;
      },
      dismiss: close,
    }),
    [add, close],
  );
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <BaseToast.Provider limit={4}>
      {children}
      <BaseToast.Portal>
        <BaseToast.Viewport
          data-print="hide"
          className="fixed right-4 bottom-20 left-4 z-80 flex flex-col gap-2 outline-none sm:bottom-4 sm:left-auto sm:w-90"
        >
          <ToastList />
        </BaseToast.Viewport>
      </BaseToast.Portal>
    </BaseToast.Provider>
  );
}

function ToastList() {
  const t = useWords("ui");
  const { toasts } = BaseToast.useToastManager();
  return toasts.map((toast) => (
    <BaseToast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "down"]}
      className={clsx(
        "rounded-lg bg-surface-raised shadow-popup transition-[opacity,transform] duration-200 ease-quiet data-limited:hidden",
        "[transform:translate(var(--toast-swipe-movement-x),var(--toast-swipe-movement-y))] data-swiping:transition-none",
        "data-starting-style:opacity-0 data-starting-style:[transform:translateY(0.75rem)] data-ending-style:opacity-0",
      )}
    >
      <BaseToast.Content className="flex items-start gap-2.5 py-2 pr-1.5 pl-3">
        <span className="mt-1.5 flex [&>svg]:size-4" aria-hidden="true">
          {icons[(toast.type as ToastTone) ?? "neutral"]}
        </span>
        <div className="min-w-0 flex-1 py-1">
          <BaseToast.Title className="font-medium text-base" />
          <BaseToast.Description className="text-ink-muted" />
        </div>
        <BaseToast.Action className="mt-0.5 h-7 shrink-0 rounded-md px-2 font-semibold text-accent hover:bg-hover pointer-coarse:h-9" />
        <BaseToast.Close render={<IconButton label={t("dismiss")} icon={<X />} size="sm" className="mt-1" />} />
      </BaseToast.Content>
    </BaseToast.Root>
  ));
}
