CREATE TABLE "member_scope" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"project_ids" uuid[] DEFAULT '{}' NOT NULL,
	"depot_ids" uuid[] DEFAULT '{}' NOT NULL,
	"partner_id" uuid,
	"driver_id" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "member_scope_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD COLUMN "scope" jsonb;--> statement-breakpoint
ALTER TABLE "member_scope" ADD CONSTRAINT "member_scope_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_scope" ADD CONSTRAINT "member_scope_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_scope" ADD CONSTRAINT "member_scope_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_scope" ADD CONSTRAINT "member_scope_organization_id_driver_id_driver_organization_id_id_fk" FOREIGN KEY ("organization_id","driver_id") REFERENCES "public"."driver"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_scope_user" ON "member_scope" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "member_scope" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "member_scope" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
-- The third wall, between parts of one organization. A transaction of a limited member names the projects, and perhaps the
-- depots, that they see; where none are named, all are, and policies cost one look at the setting per query.
CREATE FUNCTION scope_projects() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.project_ids', true), '')::uuid[]
$$;--> statement-breakpoint
CREATE FUNCTION scope_depots() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.depot_ids', true), '')::uuid[]
$$;--> statement-breakpoint
CREATE FUNCTION scope_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT nullif(current_setting('app.organization_id', true), '')::uuid
$$;--> statement-breakpoint
-- What follows is asked for limited members only, once per row, and looks as the tables' owner: policies that asked other
-- tables with policies would be planned into each other, for everybody.
CREATE FUNCTION project_depot(project uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN (SELECT p.default_depot_id FROM project p WHERE p.organization_id = scope_tenant() AND p.id = project);
END $$;--> statement-breakpoint
CREATE FUNCTION plan_in_scope(plan_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM plan p WHERE p.organization_id = scope_tenant() AND p.id = $1
    AND p.project_id = ANY (scope_projects()));
END $$;--> statement-breakpoint
-- A driver is of his usual depot, or of his project's where he has none.
CREATE FUNCTION driver_in_scope(driver_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM driver d WHERE d.organization_id = scope_tenant() AND d.id = $1
    AND d.project_id = ANY (scope_projects())
    AND (scope_depots() IS NULL OR coalesce(d.depot_id, project_depot(d.project_id)) = ANY (scope_depots())));
END $$;--> statement-breakpoint
CREATE FUNCTION day_in_scope(driver_day_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM driver_day dd WHERE dd.organization_id = scope_tenant() AND dd.id = $1
    AND dd.project_id = ANY (scope_projects()) AND (scope_depots() IS NULL OR driver_in_scope(dd.driver_id)));
END $$;--> statement-breakpoint
-- A route is of its driver's depot.
CREATE FUNCTION route_in_scope(route_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM route r WHERE r.organization_id = scope_tenant() AND r.id = $1
    AND plan_in_scope(r.plan_id) AND (scope_depots() IS NULL OR day_in_scope(r.driver_day_id)));
END $$;--> statement-breakpoint
-- An order is its project's until it is on a route; then it is of that route's depot.
CREATE FUNCTION delivery_is_elsewhere(delivery_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM delivery_visit v
    JOIN stop s ON s.organization_id = v.organization_id AND s.visit_id = v.id
    WHERE v.organization_id = scope_tenant() AND v.delivery_id = $1 AND NOT route_in_scope(s.route_id));
END $$;--> statement-breakpoint
CREATE FUNCTION delivery_in_scope(delivery_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM delivery d WHERE d.organization_id = scope_tenant() AND d.id = $1
    AND d.project_id = ANY (scope_projects()) AND (scope_depots() IS NULL OR NOT delivery_is_elsewhere(d.id)));
END $$;--> statement-breakpoint
CREATE FUNCTION visit_in_scope(visit_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM delivery_visit v WHERE v.organization_id = scope_tenant() AND v.id = $1
    AND delivery_in_scope(v.delivery_id));
END $$;--> statement-breakpoint
-- What names several things is in scope where all are; what names none is the whole organization's.
CREATE FUNCTION named_in_scope(plan_id uuid, route_id uuid, driver_id uuid, delivery_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN num_nonnulls($1, $2, $3, $4) > 0 AND ($1 IS NULL OR plan_in_scope($1)) AND ($2 IS NULL OR route_in_scope($2))
    AND ($3 IS NULL OR driver_in_scope($3)) AND ($4 IS NULL OR delivery_in_scope($4));
END $$;--> statement-breakpoint
CREATE FUNCTION event_in_scope(entity text, entity_id uuid, plan_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN ($3 IS NULL OR plan_in_scope($3)) AND CASE $1
    WHEN 'delivery' THEN delivery_in_scope($2)
    WHEN 'stop' THEN visit_in_scope($2)
    WHEN 'route' THEN route_in_scope($2)
    WHEN 'plan' THEN plan_in_scope($2)
    WHEN 'driver' THEN driver_in_scope($2)
    WHEN 'driver-day' THEN day_in_scope($2)
    WHEN 'project' THEN $2 = ANY (scope_projects())
    WHEN 'vehicle' THEN EXISTS (SELECT FROM vehicle t
      WHERE t.organization_id = scope_tenant() AND t.id = $2 AND t.project_id = ANY (scope_projects()))
    WHEN 'depot' THEN EXISTS (SELECT FROM depot t
      WHERE t.organization_id = scope_tenant() AND t.id = $2 AND t.project_id = ANY (scope_projects()))
    WHEN 'import' THEN EXISTS (SELECT FROM order_import t
      WHERE t.organization_id = scope_tenant() AND t.id = $2 AND t.project_id = ANY (scope_projects()))
    WHEN 'bulk-job' THEN EXISTS (SELECT FROM bulk_job t
      WHERE t.organization_id = scope_tenant() AND t.id = $2 AND t.project_id = ANY (scope_projects()))
    WHEN 'consignment' THEN EXISTS (SELECT FROM consignment t
      WHERE t.organization_id = scope_tenant() AND t.id = $2 AND t.project_id = ANY (scope_projects()))
    WHEN 'assignment' THEN EXISTS (SELECT FROM assignment t
      WHERE t.organization_id = scope_tenant() AND t.id = $2 AND route_in_scope(t.route_id))
    WHEN 'exception' THEN EXISTS (SELECT FROM exception t WHERE t.organization_id = scope_tenant() AND t.id = $2
      AND named_in_scope(t.plan_id, t.route_id, t.driver_id, t.delivery_id))
    WHEN 'message' THEN EXISTS (SELECT FROM outbox_message t WHERE t.organization_id = scope_tenant() AND t.id = $2
      AND named_in_scope(NULL, t.route_id, NULL, t.delivery_id))
    WHEN 'proof' THEN visit_in_scope($2) OR route_in_scope($2) OR EXISTS (SELECT FROM proof t
      WHERE t.organization_id = scope_tenant() AND t.id = $2 AND route_in_scope(t.route_id))
      OR EXISTS (SELECT FROM exception t WHERE t.organization_id = scope_tenant() AND t.id = $2
        AND named_in_scope(t.plan_id, t.route_id, t.driver_id, t.delivery_id))
    WHEN 'location' THEN EXISTS (SELECT FROM delivery_visit t
      WHERE t.organization_id = scope_tenant() AND t.location_id = $2 AND delivery_in_scope(t.delivery_id))
    ELSE false
  END;
END $$;--> statement-breakpoint
-- Which table is limited by what. Rows of projects are seen where their project is; the rest follows what it belongs to.
DO $$
DECLARE
  of_project text := 'project_id = ANY ((SELECT scope_projects())::uuid[])';
  any_depot text := '(SELECT scope_depots()) IS NULL';
  walls text[][] := ARRAY[
    ['project', 'id = ANY ((SELECT scope_projects())::uuid[])'],
    ['depot', of_project], ['vehicle', of_project], ['plan', of_project], ['bulk_job', of_project],
    ['consignment', of_project], ['exception_policy', of_project], ['order_import', of_project],
    ['slot_zone', of_project], ['webhook', of_project],
    ['driver', of_project || ' AND (' || any_depot || ' OR coalesce(depot_id, project_depot(project_id)) = ANY ((SELECT scope_depots())::uuid[]))'],
    ['driver_day', of_project || ' AND (' || any_depot || ' OR driver_in_scope(driver_id))'],
    ['delivery', of_project || ' AND (' || any_depot || ' OR NOT delivery_is_elsewhere(id))'],
    ['route', 'plan_in_scope(plan_id) AND (' || any_depot || ' OR day_in_scope(driver_day_id))'],
    ['stop', 'plan_in_scope(plan_id) AND (' || any_depot || ' OR route_in_scope(route_id))'],
    ['optimization', 'plan_in_scope(plan_id)'], ['plan_edit', 'plan_in_scope(plan_id)'],
    ['plan_mutation', 'plan_in_scope(plan_id)'], ['plan_presence', 'plan_in_scope(plan_id)'],
    ['wave', 'plan_in_scope(plan_id)'],
    ['assignment', 'route_in_scope(route_id)'], ['driver_session', 'route_in_scope(route_id)'],
    ['driver_op', 'route_in_scope(route_id)'], ['route_run', 'route_in_scope(route_id)'],
    ['stop_run', 'route_in_scope(route_id)'], ['stop_arrival', 'route_in_scope(route_id)'],
    ['arrival_history', 'route_in_scope(route_id)'], ['proof', 'route_in_scope(route_id)'],
    ['proof_review', 'route_in_scope(route_id)'], ['wave_route', 'route_in_scope(route_id)'],
    ['check_dismissal', 'delivery_in_scope(delivery_id)'], ['delivery_item', 'delivery_in_scope(delivery_id)'],
    ['delivery_visit', 'delivery_in_scope(delivery_id)'], ['delivery_join', 'delivery_in_scope(pickup_id) AND delivery_in_scope(dropoff_id)'],
    ['delivery_rating', 'delivery_in_scope(delivery_id)'], ['consignment_delivery', 'delivery_in_scope(delivery_id)'],
    ['partner_handover', 'delivery_in_scope(delivery_id)'], ['pod', 'delivery_in_scope(delivery_id)'],
    ['settlement_ref', 'delivery_in_scope(delivery_id)'], ['wave_delivery', 'delivery_in_scope(delivery_id)'],
    ['upload', 'named_in_scope(NULL, NULL, driver_id, delivery_id)'],
    ['customer_told', 'visit_in_scope(visit_id)'], ['customer_wish', 'visit_in_scope(visit_id)'],
    ['identity_try', 'visit_in_scope(visit_id)'], ['notification', 'visit_in_scope(visit_id)'],
    ['tracking_link', 'visit_in_scope(visit_id)'],
    ['tracking_view', 'EXISTS (SELECT FROM tracking_link l WHERE l.organization_id = tracking_view.organization_id AND l.id = link_id)'],
    ['last_position', 'driver_in_scope(driver_id)'], ['position', 'driver_in_scope(driver_id)'],
    ['exception', 'named_in_scope(plan_id, route_id, driver_id, delivery_id)'],
    ['bulk_line', 'EXISTS (SELECT FROM bulk_job j WHERE j.organization_id = bulk_line.organization_id AND j.id = job_id)'],
    ['order_import_row', 'EXISTS (SELECT FROM order_import i WHERE i.organization_id = order_import_row.organization_id AND i.id = import_id)'],
    ['slot_offer', 'EXISTS (SELECT FROM slot_zone z WHERE z.organization_id = slot_offer.organization_id AND z.id = zone_id)'],
    ['slot_day', 'EXISTS (SELECT FROM slot_offer o WHERE o.organization_id = slot_day.organization_id AND o.id = offer_id)'],
    ['slot_reservation', 'EXISTS (SELECT FROM slot_offer o WHERE o.organization_id = slot_reservation.organization_id AND o.id = offer_id)'],
    ['driven_leg', 'EXISTS (SELECT FROM depot d WHERE d.organization_id = driven_leg.organization_id AND d.id = depot_id)'],
    ['travel_calibration', 'EXISTS (SELECT FROM depot d WHERE d.organization_id = travel_calibration.organization_id AND d.id = depot_id)'],
    ['webhook_call', 'EXISTS (SELECT FROM webhook w WHERE w.organization_id = webhook_call.organization_id AND w.id = webhook_id)'],
    ['webhook_try', 'EXISTS (SELECT FROM webhook_call c WHERE c.organization_id = webhook_try.organization_id AND c.id = call_id)']
  ];
  -- What is written for everybody while a limited member works: they may add to it, and read what is theirs.
  read_walls text[][] := ARRAY[
    ['event', 'event_in_scope(entity, entity_id, plan_id)'],
    ['outbox_message', 'named_in_scope(NULL, route_id, NULL, delivery_id)'],
    ['partner_exchange', 'route_in_scope(handover_id) OR EXISTS (SELECT FROM partner_handover h WHERE h.organization_id = partner_exchange.organization_id AND h.id = handover_id)']
  ];
  w text[];
  day regclass;
BEGIN
  FOREACH w SLICE 1 IN ARRAY walls LOOP
    EXECUTE format('CREATE POLICY scope ON %I AS RESTRICTIVE TO dray_app USING ((SELECT scope_projects()) IS NULL OR (%s))', w[1], w[2]);
  END LOOP;
  FOREACH w SLICE 1 IN ARRAY read_walls LOOP
    EXECUTE format('CREATE POLICY scope ON %I AS RESTRICTIVE FOR SELECT TO dray_app USING ((SELECT scope_projects()) IS NULL OR (%s))', w[1], w[2]);
  END LOOP;
  FOR day IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = '"position"'::regclass LOOP
    EXECUTE format('CREATE POLICY scope ON %s AS RESTRICTIVE TO dray_app USING ((SELECT scope_projects()) IS NULL OR driver_in_scope(driver_id))', day);
  END LOOP;
END $$;--> statement-breakpoint
-- The entry before is looked at for the chain, whoever may read it.
ALTER FUNCTION chain_event() SECURITY DEFINER;--> statement-breakpoint
CREATE OR REPLACE FUNCTION ensure_position_partitions(first_day date, last_day date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  day date;
  name text;
BEGIN
  IF last_day - first_day > 62 THEN
    RAISE EXCEPTION 'more than two months of partitions at once';
  END IF;
  FOR day IN SELECT generate_series(first_day, last_day, interval '1 day')::date LOOP
    name := 'position_' || to_char(day, 'YYYYMMDD');
    CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
    PERFORM pg_advisory_xact_lock(hashtext('position_partitions'));
    CONTINUE WHEN to_regclass('public.' || name) IS NOT NULL;
    EXECUTE format('CREATE TABLE %I (LIKE "position" INCLUDING ALL)', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO dray_app USING (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid) WITH CHECK (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)',
      name
    );
    EXECUTE format(
      'CREATE POLICY scope ON %I AS RESTRICTIVE TO dray_app USING ((SELECT scope_projects()) IS NULL OR driver_in_scope(driver_id))',
      name
    );
    EXECUTE format(
      'ALTER TABLE "position" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      name, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC'
    );
  END LOOP;
END $$;
