import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { type FoundDoor, findDoors } from "@/server/services/order/find-doors";
import { undress } from "../ids";
import { orderIdOf } from "../map/from-record";
import { fault, type OrderFault } from "../wire/codes";
import { orderNo } from "../wire/common";

/** An order as somebody names it, not looked at yet. */
export interface RawRef {
  readonly id?: unknown;
  readonly orderNo?: unknown;
}

/** What was meant: one order, several of one number, or nothing. */
export type Match =
  | { readonly kind: "one"; readonly door: FoundDoor }
  | { readonly kind: "many"; readonly doors: readonly FoundDoor[] }
  | { readonly kind: "fault"; readonly fault: OrderFault };

const NOTHING = "01000000-0000-8000-8000-000000000000";

/** What each of these names means, by its id where it has one; two names in one list may mean the same order. */
export async function findOrders(services: ServiceContext, refs: readonly RawRef[]): Promise<Match[]> {
  const asked = refs.map(readRef);
  const { found } = await findDoors(services, {
    doors: asked.map((each) => {
      if (each.kind === "number") return { number: each.number };
      return { id: each.kind === "id" ? each.id : NOTHING };
    }),
  });
  return asked.map((each, index): Match => {
    if (each.kind === "invalid") return { kind: "fault", fault: each.fault };
    const [door, ...others] = found[index]!;
    // A pair's two doors share its delivery's id with nobody.
    if (!door) return { kind: "fault", fault: fault("ERR_ORD_NOT_FOUND", NOT_FOUND[each.kind]) };
    return others.length > 0 ? { kind: "many", doors: found[index]! } : { kind: "one", door };
  });
}

const NOT_FOUND = {
  id: "The order with the matching id was not found.",
  number: "The order with the matching orderNo was not found.",
};

type ReadRef =
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "number"; readonly number: string }
  | { readonly kind: "invalid"; readonly fault: OrderFault };

function readRef({ id, orderNo: number }: RawRef): ReadRef {
  if (id !== undefined && id !== null) {
    if (typeof id !== "string") return invalid("id");
    return { kind: "id", id: undress(id.trim().toLowerCase()) ?? NOTHING };
  }
  const parsed = orderNo.safeParse(number);
  return parsed.success ? { kind: "number", number: parsed.data } : invalid("orderNo");
}

function invalid(field: string): ReadRef {
  return { kind: "invalid", fault: fault("ERR_INVALID_PARAM_FORMAT", `This ${field} is not valid.`) };
}

/** The name an order was asked by, said again with what became of it. */
export function named({ id, orderNo: number }: RawRef): { id?: string; orderNo?: string } {
  if (typeof id === "string") return { id };
  return typeof number === "string" ? { orderNo: number } : {};
}

/** An item of a list that one order was asked for, or the way it failed. */
export function oneOf(match: Match): { readonly door: FoundDoor } | { readonly fault: OrderFault } {
  if (match.kind === "one") return { door: match.door };
  return { fault: match.kind === "many" ? fault("ERR_MULTIPLE_ORD_FOUND") : match.fault };
}

export function idOf({ record, role }: FoundDoor): string {
  return orderIdOf({ delivery: record.delivery, role });
}

/** The visit an order is. */
export function visitIdOf({ record, role }: FoundDoor): string {
  return record.delivery.visits.find((visit) => visit.role === role)!.id;
}
