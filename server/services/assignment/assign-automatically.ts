import "server-only";
import type { AssignmentTerms } from "@/server/domain/assignment/assignment-terms";
import type { ServiceContext } from "../kernel/service-context";
import { handOverRest } from "../partner/hand-over-rest";
import type { HandoverVerdict } from "../partner/run-round";
import { commitAssignment } from "./commit-assignment";
import { type OpenDay, openAssignmentDays, proposeAssignments } from "./propose-assignments";
import type { DayProposal, LeftOut } from "./propose-day";
import { asChange } from "./proposed-change";
import { unlessOvertaken } from "./unless-overtaken";

export interface AutomaticAssignment {
  /** Routes that serve what was asked for, by now or before. */
  readonly routeIds: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** What found no room with us and a partner has taken, where the organization's policy says so. */
  readonly handedOver: readonly HandoverVerdict[];
}

export interface AssignmentBudget {
  readonly maxSeconds: number;
  readonly signal: AbortSignal;
}

/**
 * Puts deliveries on routes and gives these to their drivers, each day in one step. Safe against whatever happens at the
 * same time: a day that somebody else has changed meanwhile is refused as `conflict`, and nothing of that day is changed;
 * what was overtaken by the same program is worked out anew.
 */
export async function assignAutomatically(
  services: ServiceContext,
  deliveryIds: readonly string[],
  terms: AssignmentTerms,
  budget: AssignmentBudget,
): Promise<AutomaticAssignment> {
  const assigned = await unlessOvertaken(() => attemptAssignment(services, deliveryIds, terms, budget));
  return { ...assigned, ...(await handOverRest(services, assigned.leftOut, terms.profile)) };
}

async function attemptAssignment(
  services: ServiceContext,
  deliveryIds: readonly string[],
  terms: AssignmentTerms,
  budget: AssignmentBudget,
): Promise<Omit<AutomaticAssignment, "handedOver">> {
  const open = await openAssignmentDays(services, deliveryIds, terms);
  const [option] = await proposeAssignments(services, open, terms, budget);
  const routeIds = new Set(open.served.flatMap(({ routeId }) => routeId ?? []));
  for (const proposal of option?.days ?? []) {
    budget.signal.throwIfAborted();
    const asked = open.days.find(({ day }) => day === proposal.day)!;
    for (const routeId of await commitDay(services, asked, proposal)) routeIds.add(routeId);
  }
  return { routeIds: [...routeIds], leftOut: option?.leftOut ?? open.leftOut };
}

async function commitDay(services: ServiceContext, { visitIds }: OpenDay, proposal: DayProposal): Promise<string[]> {
  if (proposal.routes.length === 0) return [];
  await commitAssignment(services, asChange(proposal, visitIds));
  return proposal.routes.map(({ routeId }) => routeId);
}
