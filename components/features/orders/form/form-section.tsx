"use client";
import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";

export type FormSectionProps = {
  title: string;
  /** Beside the title: a count, a hint. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A titled group of fields. */
export function FormSection({ title, aside, children, className }: FormSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx("border-line border-t py-4 first:border-t-0 first:pt-0", className)}>
      <div className="mb-2.5 flex items-baseline gap-2">
        <h3 id={id} className="font-semibold text-md">
          {title}
        </h3>
        {aside ? <span className="text-ink-muted text-sm">{aside}</span> : null}
      </div>
      {children}
    </section>
  );
}

/** A group most orders do not need: closed until it holds something. */
export function FoldedSection({ title, aside, open, children }: FormSectionProps & { open: boolean }) {
  return (
    <details open={open} className="group border-line border-t py-3">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-sm font-semibold text-md [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 text-ink-muted transition-transform group-open:rotate-90" />
        {title}
        {aside ? <span className="font-normal text-ink-muted text-sm">{aside}</span> : null}
      </summary>
      <div className="pt-2.5 pl-5.5">{children}</div>
    </details>
  );
}
