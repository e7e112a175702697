import clsx from "clsx";
import type { ReactNode } from "react";

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** What to do next, in one sentence. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={clsx("flex flex-col items-center justify-center px-6 py-10 text-center", className)}>
      {icon ? (
        <span className="mb-3 grid size-10 place-items-center rounded-lg border border-line bg-surface text-ink-muted [&>svg]:size-5">
          {icon}
        </span>
      ) : null}
      <h2 className="font-semibold text-md">{title}</h2>
      {children ? <div className="mt-1 max-w-88 text-pretty text-ink-muted">{children}</div> : null}
      {actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
