"use client";

export interface MapNoticeProps {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly dismiss?: { readonly label: string; readonly run: () => void };
}

/** A small line over the map's lower edge; it never covers the middle of the work. */
export function MapNotice({ text, action, dismiss }: MapNoticeProps) {
  return (
    <div className="dray-map-notice" role="status">
      <span>{text}</span>
      {action && (
        <button type="button" className="dray-map-notice-action" onClick={action.run}>
          {action.label}
        </button>
      )}
      {dismiss && (
        <button
          type="button"
          className="dray-map-notice-action"
          onClick={dismiss.run}
          aria-label={dismiss.label}
          title={dismiss.label}
        >
          ×
        </button>
      )}
    </div>
  );
}
