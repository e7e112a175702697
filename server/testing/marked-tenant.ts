import type { TestTenant } from "./test-tenant";

/** Appears in every text of a marked tenant: wherever it shows up, that tenant's data leaked. */
export const TENANT_MARK = "zanzibar";

/** The ids of a marked tenant's rows, by the names inputs call them. */
export type MarkedIds = Readonly<Record<string, string>>;

/** Gives a tenant one row in every table a person can reach, all of it recognisable. */
export async function markTenant(tenant: TestTenant): Promise<MarkedIds> {
  const { database, organizationId: org, newId, userId } = tenant;
  const sql = database.raw;
  const id = {
    projectId: newId(),
    locationId: newId(),
    depotId: newId(),
    driverId: newId(),
    vehicleId: newId(),
    driverDayId: newId(),
    deliveryId: newId(),
    poolDeliveryId: newId(),
    visitId: newId(),
    poolVisitId: newId(),
    planId: newId(),
    routeId: newId(),
    stopId: newId(),
    editId: newId(),
    optimizationId: newId(),
    importId: newId(),
    messageId: newId(),
    assignmentId: newId(),
    exceptionId: newId(),
    proofId: newId(),
    opId: newId(),
    zoneId: newId(),
    offerId: newId(),
    reservationId: newId(),
    notificationId: newId(),
    linkId: newId(),
    apiAccessId: newId(),
    partnerId: newId(),
    handoverId: newId(),
    exchangeId: newId(),
  };
  const m = TENANT_MARK;
  const date = "2026-03-02";
  await sql`insert into api_key (organization_id, id, name, kind, prefix, secret_hash, scopes, created_by, created_at)
    values (${org}, ${id.apiAccessId}, ${m}, 'live', ${m}, ${id.apiAccessId}, '{}', ${m}, now())`;
  await sql`insert into project (organization_id, id, name, time_zone, default_country, currency, load_dimensions, created_at, updated_at)
    values (${org}, ${id.projectId}, ${m}, 'Europe/Madrid', 'ES', 'EUR', '[{"name":"Weight","unit":"kg","perUnit":1000},{"name":"Volume","unit":"l","perUnit":1000},{"name":"Parcels","unit":"","perUnit":1},{"name":"Other","unit":"","perUnit":1}]', now(), now())`;
  await sql`insert into location (organization_id, id, street, city, address_key, lat, lng, confidence, source, candidates, created_at, updated_at)
    values (${org}, ${id.locationId}, ${`${m} street 1`}, ${m}, ${m}, 41.4, 2.2, 'street', 'test', '[]', now(), now())`;
  await sql`insert into address_pin (organization_id, id, address_key, lat, lng, pinned_by, created_at, updated_at)
    values (${org}, ${newId()}, ${`${m} pin`}, 41.4, 2.2, ${m}, now(), now())`;
  await sql`insert into address_book_entry (organization_id, id, street, street_key, house_number, postcode, postcode_key, city, city_key, country, lat, lng)
    values (${org}, ${newId()}, ${m}, ${m}, '1', '08001', '08001', ${m}, ${m}, 'ES', 41.4, 2.2)`;
  await sql`insert into address_book_street (organization_id, id, street_key, postcode_key, city_key, country, postcode, city, lat, lng, doors)
    values (${org}, ${newId()}, ${m}, '08001', ${m}, 'ES', '08001', ${m}, 41.4, 2.2, 1)`;
  await sql`insert into depot (organization_id, id, project_id, name, location_id, created_at, updated_at)
    values (${org}, ${id.depotId}, ${id.projectId}, ${m}, ${id.locationId}, now(), now())`;
  await sql`insert into vehicle (organization_id, id, project_id, label, profile, capacity, features, fixed_cost_cents, cost_per_km_cents, created_at, updated_at)
    values (${org}, ${id.vehicleId}, ${id.projectId}, ${m}, 'van', '{1000,1000,10,0}', '{}', 0, 35, now(), now())`;
  await sql`insert into driver (organization_id, id, project_id, name, email, skills, status, shift_from_seconds, shift_to_seconds, vehicle_id, depot_id, cost_per_hour_cents, created_at, updated_at)
    values (${org}, ${id.driverId}, ${id.projectId}, ${m}, ${`${m}@example.com`}, '{}', 'active', 28800, 64800, ${id.vehicleId}, ${id.depotId}, 2400, now(), now())`;
  await sql`insert into driver_day (organization_id, id, project_id, driver_id, vehicle_id, date, start_depot_id, end_depot_id, shift_from_seconds, shift_to_seconds, created_at, updated_at)
    values (${org}, ${id.driverDayId}, ${id.projectId}, ${id.driverId}, ${id.vehicleId}, ${date}, ${id.depotId}, ${id.depotId}, 28800, 64800, now(), now())`;
  for (const [deliveryId, visitId, status] of [
    [id.deliveryId, id.visitId, "scheduled"],
    [id.poolDeliveryId, id.poolVisitId, "requested"],
  ] as const) {
    await sql`insert into delivery (organization_id, id, project_id, kind, status, external_id, service_date, priority, loads, skills, features, tags, custom_fields, extensions, search_text, created_at, updated_at)
      values (${org}, ${deliveryId}, ${id.projectId}, 'dropoff', ${status}, ${`${m}-${deliveryId}`}, ${date}, 'normal', '{1,1,1,0}', '{}', '{}', ${[m]}, '{}', '{}', ${m}, now(), now())`;
    await sql`insert into delivery_visit (organization_id, id, delivery_id, role, location_id, contact_name, windows, window_semantics, service_seconds, tasks)
      values (${org}, ${visitId}, ${deliveryId}, 'dropoff', ${id.locationId}, ${m}, '[]', 'start', 180, '[]')`;
  }
  await sql`insert into delivery_item (organization_id, id, delivery_id, position, description, quantity) values (${org}, ${newId()}, ${id.deliveryId}, 0, ${m}, 1)`;
  await sql`insert into external_ref (organization_id, id, entity, entity_id, namespace, value, created_at) values (${org}, ${newId()}, 'driver', ${id.driverId}, 'fleet', ${m}, now())`;
  await sql`insert into plan (organization_id, id, project_id, date, time_zone, status, created_at, updated_at)
    values (${org}, ${id.planId}, ${id.projectId}, ${date}, 'Europe/Madrid', 'draft', now(), now())`;
  await sql`insert into route (organization_id, id, plan_id, driver_day_id, number, status, start_seconds, end_seconds, distance_meters, drive_seconds, service_seconds, wait_seconds, late_stops, cost_cents, created_at, updated_at)
    values (${org}, ${id.routeId}, ${id.planId}, ${id.driverDayId}, 1, 'planned', 28800, 36000, 5000, 600, 180, 0, 0, 900, now(), now())`;
  await sql`insert into stop (organization_id, id, plan_id, route_id, visit_id, position, arrive_seconds, start_seconds, depart_seconds, leg_meters, leg_seconds, rule_breaks)
    values (${org}, ${id.stopId}, ${id.planId}, ${id.routeId}, ${id.visitId}, 0, 30000, 30000, 30180, 2500, 300, '[]')`;
  await sql`insert into assignment (organization_id, id, route_id, driver_id, status, channel, token_hash, expires_at, created_at, updated_at)
    values (${org}, ${id.assignmentId}, ${id.routeId}, ${id.driverId}, 'offered', 'email', ${`${m}-${org}`}, now() + interval '1 day', now(), now())`;
  await sql`insert into last_position (organization_id, driver_id, route_id, lat, lng, recorded_at, received_at, change_seq)
    values (${org}, ${id.driverId}, ${id.routeId}, 41.4, 2.2, now(), now(), 1)`;
  await sql`insert into plan_edit (organization_id, id, plan_id, user_id, label, inverse, created_at)
    values (${org}, ${id.editId}, ${id.planId}, ${userId}, ${m}, '{"kind":"place","placements":[],"leftAt":[]}', now())`;
  await sql`insert into plan_mutation (organization_id, plan_id, mutation_id, request_hash, edit_id, created_at)
    values (${org}, ${id.planId}, ${newId()}, '', ${id.editId}, now())`;
  await sql`insert into plan_presence (organization_id, plan_id, user_id, session_id, name, activity, route_ids, expires_at)
    values (${org}, ${id.planId}, ${userId}, ${newId()}, ${m}, 'dragging', ${[id.routeId]}::uuid[], now() + interval '1 day')`;
  await sql`insert into optimization (organization_id, id, plan_id, requested_by, status, request, progress, created_at, updated_at)
    values (${org}, ${id.optimizationId}, ${id.planId}, ${userId}, 'ready', '{}', '{}', now(), now())`;
  await sql`insert into order_import (organization_id, id, project_id, file_name, blob_key, format, status, headers, notices, settings, total_rows, created_by, created_at, updated_at)
    values (${org}, ${id.importId}, ${id.projectId}, ${`${m}.csv`}, ${m}, 'csv', 'checked', ${sql.json([m])}, '[]', '{}', 1, ${userId}, now(), now())`;
  await sql`insert into order_import_row (organization_id, import_id, row_number, cells, status, errors, warnings)
    values (${org}, ${id.importId}, 2, ${sql.json([m])}, 'invalid', '[]', '[]')`;
  await sql`insert into import_mapping (organization_id, id, header_signature, settings, created_at, updated_at) values (${org}, ${newId()}, ${m}, '{}', now(), now())`;
  await sql`insert into outbox_message (organization_id, id, channel, recipient, subject, body, purpose, status, created_at, updated_at)
    values (${org}, ${id.messageId}, 'email', ${`${m}@example.com`}, ${m}, ${m}, 'route', 'kept', now(), now())`;
  await sql`insert into exception (organization_id, id, type, severity, status, source, subject_key, plan_id, route_id, driver_id, delivery_id, visit_id, details, notes, owner_name, raised_at, due_at, created_at, updated_at)
    values (${org}, ${id.exceptionId}, 'other', 'low', 'open', 'person', ${m}, ${id.planId}, ${id.routeId}, ${id.driverId}, ${id.deliveryId}, ${id.visitId}, '{}', '[]', ${m}, now(), now(), now(), now())`;
  await sql`insert into exception_policy (organization_id, project_id, policy, updated_at) values (${org}, ${id.projectId}, '{}', now())`;
  await sql`insert into driver_op (organization_id, id, route_id, type, act, occurred_at, device_at, received_at, skew_seconds, verdict)
    values (${org}, ${id.opId}, ${id.routeId}, 'complete', ${sql.json({ note: m })}, now(), now(), now(), 0, 'applied')`;
  await sql`insert into stop_run (organization_id, route_id, visit_id, plan_id, delivery_id, status, completed_at, completion, updated_at)
    values (${org}, ${id.routeId}, ${id.visitId}, ${id.planId}, ${id.deliveryId}, 'delivered', now(), ${sql.json({
      opId: id.opId,
      outcome: "delivered",
      reason: null,
      note: m,
      recipientName: m,
      answers: [],
      items: [],
      proofIds: [id.proofId],
      position: null,
      atMs: 0,
    })}, now())`;
  await sql`insert into proof (organization_id, id, plan_id, route_id, kind, visit_ids, status, content_type, sha256, bytes, taken_at, created_at, updated_at)
    values (${org}, ${id.proofId}, ${id.planId}, ${id.routeId}, 'photo', ${[id.visitId]}::uuid[], 'verified', 'image/jpeg', ${m}, 1, now(), now(), now())`;
  await sql`insert into proof_review (organization_id, route_id, visit_id, op_id, state, note, reviewed_by, reviewed_at)
    values (${org}, ${id.routeId}, ${id.visitId}, ${id.opId}, 'approved', ${m}, ${m}, now())`;
  await sql`insert into slot_zone (organization_id, id, project_id, name, area, created_at, updated_at)
    values (${org}, ${id.zoneId}, ${id.projectId}, ${m}, ${sql.json({ kind: "postcodes", prefixes: [m] })}, now(), now())`;
  await sql`insert into slot_offer (organization_id, id, zone_id, service_level, weekdays, from_seconds, to_seconds, capacity, cutoff_seconds, cutoff_days_before, days_ahead, created_at, updated_at)
    values (${org}, ${id.offerId}, ${id.zoneId}, ${m}, '{1,2,3,4,5,6,7}', 28800, 36000, 3, 43200, 1, 14, now(), now())`;
  await sql`insert into slot_day (organization_id, offer_id, date, decided_at) values (${org}, ${id.offerId}, ${date}, now())`;
  await sql`insert into slot_reservation (organization_id, id, offer_id, date, delivery_id, status, expires_at, created_at, updated_at)
    values (${org}, ${id.reservationId}, ${id.offerId}, ${date}, ${id.deliveryId}, 'confirmed', now(), now(), now())`;
  await sql`insert into tracking_policy (organization_id, policy, updated_at) values (${org}, ${sql.json({ callCentrePhone: "+34600000001" })}, now())`;
  await sql`insert into tracking_link (organization_id, id, visit_id, channel, token_hash, created_at)
    values (${org}, ${id.linkId}, ${id.visitId}, 'email', ${`${m}-link-${org}`}, now())`;
  await sql`insert into tracking_view (organization_id, id, link_id, scope, ip_hash, created_at)
    values (${org}, ${newId()}, ${id.linkId}, 'page', ${m}, now())`;
  await sql`insert into customer_told (organization_id, visit_id, updated_at) values (${org}, ${id.visitId}, now())`;
  await sql`insert into delivery_rating (organization_id, delivery_id, stars, comment, created_at) values (${org}, ${id.deliveryId}, 5, ${m}, now())`;
  await sql`insert into notification (organization_id, id, key, visit_id, trigger, channel, status, due_at, created_at, updated_at)
    values (${org}, ${id.notificationId}, ${m}, ${id.visitId}, 'delivered', 'email', 'sent', now(), now(), now())`;
  await sql`insert into notification_policy (organization_id, policy, updated_at) values (${org}, '{}', now())`;
  await sql`insert into notification_template (organization_id, trigger, language, subject, email, sms, updated_at)
    values (${org}, 'delivered', 'en', ${m}, ${m}, ${m}, now())`;
  await sql`insert into notification_opt_out (organization_id, channel, address, created_at) values (${org}, 'email', ${`${m}@example.com`}, now())`;
  await sql`insert into partner (organization_id, id, name, type, capabilities, vehicle_profiles, areas, contact, metadata, status, created_at, updated_at)
    values (${org}, ${id.partnerId}, ${m}, '3pl', '{}', '{}', ${[m]}, '{}', '{}', 'active', now(), now())`;
  await sql`insert into partner_handover (organization_id, id, partner_id, delivery_id, status, reference, ended_at, created_at, updated_at)
    values (${org}, ${id.handoverId}, ${id.partnerId}, ${id.deliveryId}, 'declined', ${m}, now(), now(), now())`;
  await sql`insert into partner_exchange (organization_id, id, partner_id, kind, handover_id, request, request_hash, answer, correlation_id, created_at)
    values (${org}, ${id.exchangeId}, ${id.partnerId}, 'hand-over', ${id.handoverId}, ${m}, 'h', ${m}, 'c', now())`;
  await sql`insert into event_sequence (organization_id, last_seq) values (${org}, 1)`;
  await sql`insert into event (organization_id, seq, type, entity, entity_id, plan_id, actor_kind, actor_label, correlation_id, occurred_at, received_at, data)
    values (${org}, 1, 'plan.created', 'plan', ${id.planId}, ${id.planId}, 'user', ${m}, 'c', now(), now(), '{}')`;
  return id;
}

/** One hash over every row of every table of a tenant: any change anywhere changes it. */
export async function tenantFingerprint(tenant: TestTenant): Promise<string> {
  const sql = tenant.database.raw;
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
    join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = 'public' order by 1`;
  const hashes: string[] = [];
  for (const { name } of tables) {
    const [row] = await sql.unsafe(
      `select count(*) as rows, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from "${name}" t where organization_id = $1`,
      [tenant.organizationId],
    );
    hashes.push(`${name}:${row!.rows}:${row!.hash}`);
  }
  return hashes.join("\n");
}
