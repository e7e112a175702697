import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: ReactNode;
  /** Beside the title, quiet: a count, a state. */
  meta?: ReactNode;
  description?: ReactNode;
  /** Above the title: the way back. */
  back?: ReactNode;
  actions?: ReactNode;
};

export function PageHeader({ title, meta, description, back, actions }: PageHeaderProps) {
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-surface px-4 py-2.5 sm:px-5">
      <div className="min-w-0 flex-1">
        {back ? <div className="mb-0.5 text-ink-muted text-sm">{back}</div> : null}
        <div className="flex min-h-8 flex-wrap items-center gap-x-3">
          <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
          {meta ? <span className="text-ink-muted tabular-nums">{meta}</span> : null}
        </div>
        {description ? <p className="max-w-180 text-ink-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2 empty:hidden">{actions}</div> : null}
    </header>
  );
}
