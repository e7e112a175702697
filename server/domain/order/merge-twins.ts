import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import type { DeliveryInput, VisitInput } from "./delivery-schema";

/** As many letters as a delivery may have. */
const MOST_NOTES = 4000;
const MOST_INSTRUCTIONS = 2000;

/**
 * One delivery in place of several that go to the same door: it carries what all of them carried, and knows what any of
 * them knew. Where they disagree, the kept one is right.
 */
export function mergeTwins(kept: DeliveryInput, others: readonly DeliveryInput[]): DeliveryInput {
  const all = [kept, ...others];
  const union = (pick: (delivery: DeliveryInput) => readonly string[]) => [...new Set(all.flatMap(pick))];
  const merged: DeliveryInput = {
    ...kept,
    loads: kept.loads.map((_, dimension) => all.reduce((sum, { loads }) => sum + loads[dimension]!, 0)) as [
      number,
      number,
      number,
      number,
    ],
    priority: PRIORITIES[Math.max(...all.map(({ priority }) => PRIORITIES.indexOf(priority)))]!,
    skills: union(({ skills }) => skills),
    features: union(({ features }) => features),
    tags: union(({ tags }) => tags),
    items: all.flatMap(({ items }) => items),
    notes: union(({ notes }) => (notes ? [notes] : []))
      .join("\n")
      .slice(0, MOST_NOTES),
  };
  for (const role of ["pickup", "dropoff"] as const) {
    const door = kept[role];
    if (!door) continue;
    merged[role] = mergeDoors([door, ...others.flatMap((other) => other[role] ?? [])]);
  }
  return merged;
}

/** The first door, with what it does not say filled in from the others. */
function mergeDoors([door, ...others]: readonly [VisitInput, ...VisitInput[]]): VisitInput {
  const known = (field: keyof VisitInput["contact"]) =>
    [door, ...others].find(({ contact }) => contact[field] !== "")?.contact[field] ?? "";
  const instructions = new Set([door, ...others].map((each) => each.instructions).filter(Boolean));
  return {
    ...door,
    contact: { name: known("name"), phone: known("phone"), email: known("email") },
    instructions: [...instructions].join("\n").slice(0, MOST_INSTRUCTIONS),
  };
}
