"use client";
import { Field as BaseField } from "@base-ui/react/field";
import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** What every labelled control takes. The label is always there for assistive technology; `hideLabel` hides it from sight. */
export type FieldFrameProps = {
  label: ReactNode;
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  className?: string;
};

export type FieldProps = FieldFrameProps & {
  name?: string;
  disabled?: boolean;
  /** A Base UI control, or any of ours that says it goes in a Field. */
  children: ReactNode;
  /** Right of the label, e.g. a link. */
  aside?: ReactNode;
};

export function Field({
  label,
  hideLabel,
  hint,
  error,
  required,
  className,
  name,
  disabled,
  children,
  aside,
}: FieldProps) {
  return (
    <BaseField.Root
      name={name}
      disabled={disabled}
      invalid={Boolean(error)}
      className={clsx("flex min-w-0 flex-col gap-1", className)}
    >
      <span className={clsx("flex items-baseline justify-between gap-2", hideLabel && !aside && "sr-only")}>
        <BaseField.Label className={clsx("font-medium text-ink text-sm", hideLabel && "sr-only")}>
          {label}
          {required ? (
            <span aria-hidden="true" className="text-ink-muted">
              {" "}
              *
            </span>
          ) : null}
        </BaseField.Label>
        {aside}
      </span>
      {children}
      {hint ? <BaseField.Description className="text-ink-muted text-sm">{hint}</BaseField.Description> : null}
      <BaseField.Error match={Boolean(error)} className="flex items-start gap-1 text-alert text-sm" role="alert">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
        <span>{error}</span>
      </BaseField.Error>
    </BaseField.Root>
  );
}
