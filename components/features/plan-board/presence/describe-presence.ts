import type { Words } from "@/components/lib/words/words";
import type { PresenceActivity, PresentPerson } from "@/server/domain/plan/plan-presence";

const MOST_ROUTES = 4;
type T = Words<"boardPresence">;

/** "moving stops on routes 3 and 7"; "has the plan open" when nothing is in hand. */
export function describeActivity(
  t: T,
  { leases }: Pick<PresentPerson, "leases">,
  numberOf: (routeId: string) => number | undefined,
): string {
  const [lease] = leases;
  if (!lease) return t("onlyLooks");
  const numbers = lease.routeIds.flatMap((routeId) => numberOf(routeId) ?? []).sort((a, b) => a - b);
  const count = numbers.length;
  const routes =
    count > MOST_ROUTES || count === 0
      ? t("routesCounted", { count: Math.max(count, lease.routeIds.length) })
      : t("routesNamed", { count, numbers: t.format.list(numbers.map(String)) });
  return t(`doing.${lease.activity}`, { routes });
}

/** "Ana Ruiz is moving stops here". */
export function describeHolder(t: T, { name, activity }: { name: string; activity: PresenceActivity }): string {
  return t(`holds.${activity}`, { name });
}

/** "Ana Ruiz is moving stops here, Bo Lind is optimising this"; empty where nobody is. */
export function describeHolders(t: T, holders: readonly { name: string; activity: PresenceActivity }[]): string {
  return t.format.list(holders.map((holder) => describeHolder(t, holder)));
}
