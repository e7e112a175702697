import clsx from "clsx";
import { useWords } from "@/components/lib/words/words-context";
import type { BoardRoute } from "@/server/domain/plan/plan-board";

/** How much of the shift a route takes, on a common scale of the shift; what runs over is hatched in red. */
export function ShiftBar({ route, className }: { route: BoardRoute; className?: string }) {
  const t = useWords("boardRoutes");
  const { time, duration } = t.format;
  const { shift } = route.rules;
  const { startSeconds, endSeconds, overtimeSeconds } = route.schedule;
  const isEmpty = route.stops.length === 0;
  const span = Math.max(1, Math.max(shift.toSeconds, endSeconds) - shift.fromSeconds);
  const share = (seconds: number) => `${Math.max(0, Math.min(100, ((seconds - shift.fromSeconds) / span) * 100))}%`;
  const slack = shift.toSeconds - endSeconds;
  const label = isEmpty
    ? t("shiftEmpty", { from: time(shift.fromSeconds), to: time(shift.toSeconds) })
    : t(slack >= 0 ? "shiftSpare" : "shiftOver", {
        from: time(startSeconds),
        to: time(endSeconds),
        duration: duration(Math.abs(slack)),
      });
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={clsx("relative block h-1.5 rounded-full bg-pressed", className)}
    >
      {isEmpty ? null : (
        <>
          <span
            className="absolute inset-y-0 rounded-full bg-ink-muted"
            style={{ left: share(startSeconds), right: `calc(100% - ${share(Math.min(endSeconds, shift.toSeconds))})` }}
          />
          {overtimeSeconds > 0 ? (
            <span
              className="absolute inset-y-0 right-0 rounded-full bg-alert"
              style={{ left: share(shift.toSeconds) }}
            />
          ) : null}
        </>
      )}
    </span>
  );
}
