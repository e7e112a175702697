import type { PlanScenario } from "./plan-scenario";

interface OfferedTimes {
  readonly capacity: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Offers a slot to all addresses with postcodes 10…, every day until noon the day before; answers with the offer's id. */
export async function putSlotOffer(
  { tenant, projectId }: PlanScenario,
  { capacity, fromSeconds, toSeconds }: OfferedTimes,
): Promise<string> {
  const { database, organizationId } = tenant;
  const [zoneId, offerId] = [tenant.newId(), tenant.newId()];
  const area = database.raw.json({ kind: "postcodes", prefixes: ["10"] });
  await database.raw`insert into slot_zone (organization_id, id, project_id, name, area, created_at, updated_at)
    values (${organizationId}, ${zoneId}, ${projectId}, 'Town', ${area}, now(), now())`;
  await database.raw`insert into slot_offer (organization_id, id, zone_id, service_level, weekdays, from_seconds,
      to_seconds, capacity, cutoff_seconds, cutoff_days_before, days_ahead, created_at, updated_at)
    values (${organizationId}, ${offerId}, ${zoneId}, 'standard', '{1,2,3,4,5,6,7}', ${fromSeconds}, ${toSeconds},
      ${capacity}, ${12 * 3600}, 1, 14, now(), now())`;
  return offerId;
}
