import { z } from "zod";

/** What somebody has in hand: stops under way to another place, or a change looked at before it is committed. */
export const PRESENCE_ACTIVITIES = ["dragging", "previewing", "optimizing"] as const;
export type PresenceActivity = (typeof PRESENCE_ACTIVITIES)[number];

/** A lease warns others; it never stops them. Whoever has not renewed it for so long has let go, or is gone. */
export const PRESENCE_SECONDS = 15;
/** How often an open board says that it is there: two may be lost before it counts as gone. */
export const PRESENCE_BEAT_SECONDS = 5;

const MAX_LEASED_ROUTES = 1000;

export const notePresenceSchema = z.object({
  planId: z.uuid(),
  /** The open board's own name. */
  sessionId: z.uuid(),
  /** What is in hand; null: only looks. */
  lease: z
    .object({
      activity: z.enum(["dragging", "previewing"]),
      routeIds: z.array(z.uuid()).max(MAX_LEASED_ROUTES),
    })
    .nullable(),
  /** True when the board is being closed. */
  isLeaving: z.boolean().default(false),
});

/** Somebody else with the plan open. */
export interface PresentPerson {
  readonly userId: string;
  readonly name: string;
  /** What they have in hand, on whichever of their boards; empty when they only look. */
  readonly leases: readonly PresenceLease[];
}

export interface PresenceLease {
  readonly activity: PresenceActivity;
  readonly routeIds: readonly string[];
}

/** "Ana Maria Ruiz" → "AR"; a single name gives its first two letters. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s@._-]+/u)
    .filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = last ? [[...first!][0], [...last][0]] : [...(first ?? "?")].slice(0, 2);
  return letters.join("").toLocaleUpperCase();
}

/** Open boards as people: each once, with all they have in hand, by name. */
export function peopleOf(
  boards: readonly (Omit<PresentPerson, "leases"> & {
    readonly activity: PresenceActivity | null;
    readonly routeIds: readonly string[];
  })[],
): PresentPerson[] {
  const people = new Map<string, PresentPerson & { leases: PresenceLease[] }>();
  for (const { userId, name, activity, routeIds } of boards) {
    const person = people.get(userId) ?? { userId, name, leases: [] };
    people.set(userId, person);
    if (activity && routeIds.length > 0) person.leases.push({ activity, routeIds });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1));
}
