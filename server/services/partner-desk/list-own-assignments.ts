import "server-only";
import { z } from "zod";
import {
  countWaitingAssignments,
  type DeskAssignmentRow,
  selectDeskAssignments,
} from "@/db/queries/partner/desk-assignments";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";
import { ASSIGNMENT_STAGES } from "@/server/domain/partner/assignment-stage";
import { localDateSchema } from "@/server/domain/time/local-date";
import { query } from "../kernel/query";
import type { DeliveryRecord } from "../order/delivery-record";
import { loadDeliveryRecords } from "../order/load-delivery-records";
import { deskPartner } from "./own-desk";

const MOST_SHOWN = 200;
/** What is not the partner's any more is named, and says nothing of the customer. */
const GIVEN_AWAY: readonly string[] = ["withdrawn", "given-back"];

/** One door as its courier needs it. Windows are wall-clock seconds of the day. */
export interface DeskDoor {
  readonly visitId: string;
  readonly role: "pickup" | "dropoff";
  readonly name: string;
  readonly phone: string;
  readonly address: { readonly street: string; readonly postcode: string; readonly city: string };
  readonly windows: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
  readonly instructions: string;
}

export interface DeskDelivery {
  readonly id: string;
  readonly externalId: string;
  readonly status: DeliveryStatus;
  readonly parcels: number;
  readonly notes: string;
  readonly doors: readonly DeskDoor[];
}

export interface DeskAssignment extends Omit<DeskAssignmentRow, "deliveryIds"> {
  readonly deliveries: readonly DeskDelivery[];
}

/** What the acting person's partner has to answer, to do, or had; of one day or of all, two hundred at most. */
export const listOwnAssignments = query({
  permission: "partner.own",
  input: z.object({ stage: z.enum(ASSIGNMENT_STAGES), date: localDateSchema.nullable().default(null) }),
  run: async ({ tx, actor }, { stage, date }) => {
    const { organizationId } = actor;
    const partner = await deskPartner(tx, actor);
    const rows = await selectDeskAssignments(tx, organizationId, partner.id, { stage, date, limit: MOST_SHOWN + 1 });
    const shown = rows.slice(0, MOST_SHOWN);
    const ids = shown.flatMap((row) => (GIVEN_AWAY.includes(row.status) ? [] : row.deliveryIds));
    const records = await loadDeliveryRecords(tx, organizationId, [...new Set(ids)]);
    const deliveries = new Map(records.map((record) => [record.delivery.id, deskDelivery(record)]));
    return {
      partnerName: partner.name,
      waiting: await countWaitingAssignments(tx, organizationId, partner.id),
      hasMore: rows.length > MOST_SHOWN,
      assignments: shown.map(
        ({ deliveryIds, ...row }): DeskAssignment => ({
          ...row,
          deliveries: GIVEN_AWAY.includes(row.status) ? [] : deliveryIds.flatMap((id) => deliveries.get(id) ?? []),
        }),
      ),
    };
  },
});

function deskDelivery({ delivery: { id, status, input, visits } }: DeliveryRecord): DeskDelivery {
  const doors = visits.flatMap(({ id: visitId, role }): DeskDoor[] => {
    const visit = input[role];
    if (!visit) return [];
    const { street, postcode, city } = visit.address;
    return [
      {
        visitId,
        role,
        name: visit.contact.name,
        phone: visit.contact.phone,
        address: { street, postcode, city },
        windows: visit.windows.map(({ fromSeconds, toSeconds }) => ({ fromSeconds, toSeconds })),
        instructions: visit.instructions,
      },
    ];
  });
  const parcels = input.loads[2];
  return { id, externalId: input.externalId ?? "", status, parcels, notes: input.notes, doors };
}
