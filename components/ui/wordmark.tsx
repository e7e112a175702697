import clsx from "clsx";

/** The mark: a road that leaves the depot and turns once. */
export function Wordmark({ markOnly, className }: { markOnly?: boolean; className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-2", className)}>
      <svg width="24" height="24" viewBox="0 0 24 24" role="img" aria-label="Dray" className="shrink-0">
        <rect width="24" height="24" rx="6" className="fill-inverse" />
        <path
          d="M6.5 6.5h5.25a5.5 5.5 0 0 1 0 11H6.5"
          fill="none"
          className="stroke-ink-inverse"
          strokeWidth="2"
          strokeLinecap="round"
        />
        <circle cx="6.5" cy="6.5" r="2.25" className="fill-ink-inverse" />
        <circle cx="6.5" cy="17.5" r="1.25" className="fill-inverse stroke-ink-inverse" strokeWidth="2" />
      </svg>
      {markOnly ? null : (
        <span aria-hidden="true" className="font-semibold text-lg tracking-tight">
          Dray
        </span>
      )}
    </span>
  );
}
