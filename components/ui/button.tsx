"use client";
import { Button as BaseButton } from "@base-ui/react/button";
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "@/components/ui/button-class";
import { Spinner } from "@/components/ui/spinner";

export type ButtonProps = Omit<ComponentProps<typeof BaseButton>, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Keeps its width and focus, refuses clicks. */
  loading?: boolean;
  className?: string;
};

export function Button({ variant, size, icon, loading, disabled, className, children, ...rest }: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled || loading}
      focusableWhenDisabled={loading}
      aria-busy={loading || undefined}
      className={clsx(buttonClass({ variant, size }), className)}
    >
      {loading ? (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner label="" />
        </span>
      ) : null}
      <span className={clsx("contents", loading && "[&>*]:opacity-0")}>
        {icon ? <span className="-ml-0.5 inline-flex [&>svg]:size-4">{icon}</span> : null}
        <span>{children}</span>
      </span>
    </BaseButton>
  );
}
