import type { ReactNode } from "react";

export interface InspectorSectionProps {
  readonly title?: ReactNode;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function InspectorSection({ title, aside, children }: InspectorSectionProps) {
  return (
    <section className="flex flex-col gap-2.5 border-line border-b px-4 py-3.5 last:border-b-0">
      {title ? (
        <header className="flex items-center justify-between gap-2">
          <h3 className="font-semibold">{title}</h3>
          {aside}
        </header>
      ) : null}
      {children}
    </section>
  );
}
