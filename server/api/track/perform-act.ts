import "server-only";
import type { TrackedDoor } from "@/server/auth/resolve-tracking-link";
import type { Permission } from "@/server/domain/access/permissions";
import { slotKey } from "@/server/domain/slot/slot-schema";
import {
  type ActFault,
  type CustomerAct,
  type CustomerActInput,
  customerActSchema,
} from "@/server/domain/tracking/customer-act";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { leaveInstructions } from "@/server/services/tracking/leave-instructions";
import { nameSafePlace } from "@/server/services/tracking/name-safe-place";
import { openProof } from "@/server/services/tracking/open-proof";
import { rateDelivery } from "@/server/services/tracking/rate-delivery";
import { rescheduleDelivery } from "@/server/services/tracking/reschedule-delivery";

const PERMISSIONS: ReadonlySet<Permission> = new Set(["order.read", "order.write"]);

/** The services as the log names a customer, who may do no more than his acts do. */
export function asCustomer(services: ServiceContext): ServiceContext {
  return { ...services, actor: { ...services.actor, label: "Customer", permissions: PERMISSIONS } };
}

/** Does what a form asks for at a door; answers with what is wrong, null: it is done. Throws what is our own fault. */
export async function performAct(
  services: ServiceContext,
  { visitId, scope }: TrackedDoor,
  act: CustomerAct,
  fields: Readonly<Record<string, string>>,
): Promise<ActFault | null> {
  const asked = customerActSchema.safeParse({ ...fields, act });
  if (!asked.success) return asked.error.issues.some(({ code }) => code === "too_big") ? "too-long" : "incomplete";
  try {
    return await doAct(asCustomer(services), { visitId, scope }, asked.data);
  } catch (error) {
    const fault = error instanceof ServiceError ? faultOf(error) : null;
    if (fault === null) throw error;
    return fault;
  }
}

async function doAct(
  services: ServiceContext,
  door: Pick<TrackedDoor, "visitId" | "scope">,
  asked: CustomerActInput,
): Promise<ActFault | null> {
  switch (asked.act) {
    case "instructions":
      return leaveInstructions(services, { ...door, instructions: asked.text });
    case "safe-place":
      return nameSafePlace(services, { ...door, place: asked.place, detail: asked.detail });
    case "reschedule":
      return rescheduleDelivery(services, { ...door, slot: slotKey(asked.slot) });
    case "rate":
      return rateDelivery(services, { ...door, stars: asked.stars, comment: asked.comment });
    case "proof": {
      const answer = await openProof(services, { ...door, answer: asked.answer });
      return answer === "granted" ? null : answer;
    }
  }
}

/** What a refusal of the services is called on the page; null: it is none of a customer's. */
function faultOf({ code, details }: ServiceError): ActFault | null {
  if (details.reason === "act-refused") return details.fault as ActFault;
  if (details.reason.startsWith("slot-") || (details.reason === "no-such" && details.what === "slot")) {
    return "slot-gone";
  }
  return code === "refused" ? "too-late" : null;
}
