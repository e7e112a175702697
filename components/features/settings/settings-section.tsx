"use client";
import { type ReactNode, useId } from "react";

export type SettingsSectionProps = {
  title: string;
  description?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** Under the content, right-aligned. */
  footer?: ReactNode;
  children: ReactNode;
};

/** One subject of the settings, in a box of its own. */
export function SettingsSection({ title, description, actions, footer, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
        <div className="min-w-0 flex-1 basis-56">
          <h2 id={id} className="font-semibold text-md">
            {title}
          </h2>
          {description ? <div className="mt-0.5 max-w-140 text-pretty text-ink-muted">{description}</div> : null}
        </div>
        {actions}
      </header>
      <div className="flex flex-col gap-4 p-4 sm:p-5">{children}</div>
      {footer ? (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-4 py-3 sm:px-5">
          {footer}
        </footer>
      ) : null}
    </section>
  );
}
