import { useWords } from "@/components/lib/words/words-context";
import { Avatar } from "./avatar";
import { describeHolder } from "./describe-presence";
import { useRouteHolders } from "./use-presence";

/** Somebody else has the route in hand: a warning, no more. */
export function HolderLines({ routeId }: { routeId: string }) {
  const holders = useRouteHolders(routeId);
  const t = useWords("boardPresence");
  return holders.map((holder) => (
    <span key={holder.userId} className="flex items-center gap-1.5 text-warn">
      <Avatar name={holder.name} size="sm" isBusy />
      {describeHolder(t, holder)}
    </span>
  ));
}
