import { useWords } from "@/components/lib/words/words-context";
import { Avatar } from "./avatar";
import { describeHolders } from "./describe-presence";
import { useRouteHolders } from "./use-presence";

/** The initials of those who have a route in hand. */
export function RouteHolders({ routeId }: { routeId: string }) {
  const holders = useRouteHolders(routeId);
  const t = useWords("boardPresence");
  if (holders.length === 0) return null;
  const text = describeHolders(t, holders);
  return (
    <span data-testid="route-holders" role="img" aria-label={text} title={text} className="-space-x-1 flex shrink-0">
      {holders.slice(0, 3).map((holder) => (
        <Avatar key={holder.userId} name={holder.name} size="sm" isBusy className="ring-2 ring-surface" />
      ))}
    </span>
  );
}
