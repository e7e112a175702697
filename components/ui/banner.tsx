"use client";
import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";

export type BannerProps = {
  tone?: "info" | "ok" | "warn" | "error";
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: () => void;
  className?: string;
};

const looks = {
  info: { icon: Info, box: "bg-info-soft", ink: "text-info" },
  ok: { icon: CircleCheck, box: "bg-ok-soft", ink: "text-ok" },
  warn: { icon: TriangleAlert, box: "bg-warn-soft", ink: "text-warn" },
  error: { icon: CircleAlert, box: "bg-alert-soft", ink: "text-alert" },
};

export function Banner({ tone = "info", title, children, actions, onDismiss, className }: BannerProps) {
  const t = useWords("ui");
  const { icon: Icon, box, ink } = looks[tone];
  return (
    <div
      role={tone === "error" ? "alert" : "status"}
      className={clsx("flex items-start gap-2.5 rounded-md px-3 py-2", box, className)}
    >
      <Icon aria-hidden="true" className={clsx("mt-0.5 size-4 shrink-0", ink)} />
      <div className="min-w-0 flex-1 text-pretty">
        {title ? <p className={clsx("font-semibold", ink)}>{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
      </div>
      {actions ? <div className="flex shrink-0 flex-wrap gap-2">{actions}</div> : null}
      {onDismiss ? (
        <IconButton label={t("dismiss")} icon={<X />} size="sm" onClick={onDismiss} className="-my-0.5 -mr-1" />
      ) : null}
    </div>
  );
}
