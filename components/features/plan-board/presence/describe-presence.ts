import type { PresenceActivity, PresentPerson } from "@/server/domain/plan/plan-presence";

const MOST_ROUTES = 4;

const doing: Record<PresenceActivity, string> = {
  dragging: "moving stops on",
  previewing: "looking at a change of",
  optimizing: "optimising",
};

/** "moving stops on routes 3 and 7"; "looking at the plan" when nothing is in hand. */
export function describeActivity(
  { leases }: Pick<PresentPerson, "leases">,
  numberOf: (routeId: string) => number | undefined,
): string {
  const [lease] = leases;
  if (!lease) return "has the plan open";
  const numbers = lease.routeIds.flatMap((routeId) => numberOf(routeId) ?? []).sort((a, b) => a - b);
  return `${doing[lease.activity]} ${routesText(numbers)}`;
}

function routesText(numbers: readonly number[]): string {
  if (numbers.length === 0) return "routes";
  if (numbers.length === 1) return `route ${numbers[0]}`;
  if (numbers.length > MOST_ROUTES) return `${numbers.length} routes`;
  return `routes ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}

/** "Ana Ruiz is moving stops here". */
export function describeHolder({ name, activity }: { name: string; activity: PresenceActivity }): string {
  const what = {
    dragging: "is moving stops here",
    previewing: "is looking at a change here",
    optimizing: "is optimising this",
  };
  return `${name} ${what[activity]}`;
}
