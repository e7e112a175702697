"use client";
import { Field as BaseField } from "@base-ui/react/field";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldFrameProps } from "@/components/ui/field";

export type TextFieldProps = FieldFrameProps &
  Omit<ComponentProps<typeof BaseField.Control>, "className" | "render" | "style"> & {
    /** Inside the box, left: an icon or a unit. */
    leading?: ReactNode;
    /** Inside the box, right: a unit, a clear button. */
    trailing?: ReactNode;
    aside?: ReactNode;
    inputClassName?: string;
  };

export function TextField({
  label,
  hideLabel,
  hint,
  error,
  required,
  className,
  leading,
  trailing,
  aside,
  inputClassName,
  name,
  disabled,
  ...input
}: TextFieldProps) {
  const frame = { label, hideLabel, hint, error, required, className, name, disabled, aside };
  return (
    <Field {...frame}>
      <span className="relative flex items-center">
        {leading ? (
          <span className="pointer-events-none absolute left-2 flex text-ink-muted text-sm [&>svg]:size-3.5">
            {leading}
          </span>
        ) : null}
        <BaseField.Control
          {...input}
          required={required}
          className={clsx("control", leading ? "pl-7.5" : "pl-2.5", trailing ? "pr-9" : "pr-2.5", inputClassName)}
        />
        {trailing ? (
          <span className="absolute right-1 flex items-center text-ink-muted text-sm">{trailing}</span>
        ) : null}
      </span>
    </Field>
  );
}
