import clsx from "clsx";
import type { ReactNode } from "react";

export type StatProps = {
  label: ReactNode;
  value: ReactNode;
  unit?: ReactNode;
  /** Beside the value: the change, or a share. */
  detail?: ReactNode;
  tone?: "default" | "ok" | "warn" | "alert";
  size?: "sm" | "md";
  className?: string;
};

const tones = { default: "text-ink", ok: "text-ok", warn: "text-warn", alert: "text-alert" };

export function Stat({ label, value, unit, detail, tone = "default", size = "md", className }: StatProps) {
  return (
    <dl className={clsx("flex min-w-0 flex-col", className)}>
      <dt className="truncate text-ink-muted text-sm">{label}</dt>
      <dd className="flex items-baseline gap-1.5">
        <span
          className={clsx(
            "font-semibold tabular-nums",
            size === "md" ? "text-xl tracking-tight" : "text-md",
            tones[tone],
          )}
        >
          {value}
          {unit ? <span className="ml-0.5 font-normal text-base text-ink-muted">{unit}</span> : null}
        </span>
        {detail ? <span className="text-ink-muted text-sm tabular-nums">{detail}</span> : null}
      </dd>
    </dl>
  );
}
