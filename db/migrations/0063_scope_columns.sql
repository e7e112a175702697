-- Whose a stop is, and of which project a door, stands in its row: a limited member's board is judged by what is read anyway.
ALTER TABLE "delivery_visit" ADD COLUMN "project_id" uuid DEFAULT null;--> statement-breakpoint
UPDATE delivery_visit v SET project_id = d.project_id
  FROM delivery d WHERE d.organization_id = v.organization_id AND d.id = v.delivery_id;--> statement-breakpoint
ALTER TABLE "delivery_visit" ALTER COLUMN "project_id" SET NOT NULL;--> statement-breakpoint
CREATE FUNCTION place_visit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT d.project_id INTO NEW.project_id FROM delivery d
    WHERE d.organization_id = NEW.organization_id AND d.id = NEW.delivery_id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER place_visit BEFORE INSERT OR UPDATE OF delivery_id, project_id ON delivery_visit
  FOR EACH ROW EXECUTE FUNCTION place_visit();--> statement-breakpoint
CREATE FUNCTION replace_visits() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE delivery_visit SET project_id = NULL WHERE organization_id = NEW.organization_id AND delivery_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER replace_visits AFTER UPDATE OF project_id ON delivery FOR EACH ROW
  WHEN (OLD.project_id IS DISTINCT FROM NEW.project_id) EXECUTE FUNCTION replace_visits();--> statement-breakpoint
ALTER TABLE "stop" ADD COLUMN "project_id" uuid DEFAULT null;--> statement-breakpoint
ALTER TABLE "stop" ADD COLUMN "driver_id" uuid DEFAULT null;--> statement-breakpoint
ALTER TABLE "stop" ADD COLUMN "delivery_id" uuid DEFAULT null;--> statement-breakpoint
UPDATE stop s SET project_id = p.project_id, driver_id = dd.driver_id, delivery_id = v.delivery_id
  FROM route r, plan p, driver_day dd, delivery_visit v
  WHERE r.organization_id = s.organization_id AND r.id = s.route_id AND p.organization_id = s.organization_id AND p.id = r.plan_id
    AND dd.organization_id = s.organization_id AND dd.id = r.driver_day_id
    AND v.organization_id = s.organization_id AND v.id = s.visit_id;--> statement-breakpoint
ALTER TABLE "stop" ALTER COLUMN "project_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "stop" ALTER COLUMN "driver_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "stop" ALTER COLUMN "delivery_id" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "stop_delivery" ON "stop" USING btree ("organization_id","delivery_id","driver_id","project_id");--> statement-breakpoint
CREATE FUNCTION place_stop() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT p.project_id, dd.driver_id INTO NEW.project_id, NEW.driver_id FROM route r
    JOIN plan p ON p.organization_id = r.organization_id AND p.id = r.plan_id
    JOIN driver_day dd ON dd.organization_id = r.organization_id AND dd.id = r.driver_day_id
    WHERE r.organization_id = NEW.organization_id AND r.id = NEW.route_id;
  SELECT v.delivery_id INTO NEW.delivery_id FROM delivery_visit v
    WHERE v.organization_id = NEW.organization_id AND v.id = NEW.visit_id;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER place_stop BEFORE INSERT OR UPDATE OF route_id, visit_id, project_id, driver_id, delivery_id ON stop
  FOR EACH ROW EXECUTE FUNCTION place_stop();--> statement-breakpoint
-- A route that somebody else drives: told to its stops, which then look for themselves.
CREATE FUNCTION replace_stops_of_route() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE stop SET driver_id = NULL WHERE organization_id = NEW.organization_id AND plan_id = NEW.plan_id AND route_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER replace_stops AFTER UPDATE OF driver_day_id ON route FOR EACH ROW
  WHEN (OLD.driver_day_id IS DISTINCT FROM NEW.driver_day_id) EXECUTE FUNCTION replace_stops_of_route();--> statement-breakpoint
CREATE FUNCTION replace_stops_of_day() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE stop s SET driver_id = NULL FROM route r
    WHERE r.organization_id = NEW.organization_id AND r.driver_day_id = NEW.id
      AND s.organization_id = r.organization_id AND s.plan_id = r.plan_id AND s.route_id = r.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER replace_stops AFTER UPDATE OF driver_id ON driver_day FOR EACH ROW
  WHEN (OLD.driver_id IS DISTINCT FROM NEW.driver_id) EXECUTE FUNCTION replace_stops_of_day();--> statement-breakpoint
-- What a limited member sees is asked for as a join: views that look as the tables' owner, by which a policy's question is
-- answered row by row or once for all rows, whichever is cheaper. Functions were called for every row.
-- Who is limited acts as a role of their own, which is dray_app but for the policies `scope`: nobody else pays for those.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dray_limited') THEN
    CREATE ROLE dray_limited NOLOGIN INHERIT;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
GRANT dray_app TO dray_limited;--> statement-breakpoint
DO $$ BEGIN EXECUTE format('GRANT dray_limited TO %I', current_user); END $$;--> statement-breakpoint
-- Whose drivers they are is asked once a query; nothing where all depots are seen.
CREATE OR REPLACE FUNCTION scope_drivers() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  depots uuid[] := scope_depots();
BEGIN
  IF depots IS NULL THEN
    RETURN NULL;
  END IF;
  -- A driver is of his usual depot, or of his project's where he has none.
  RETURN ARRAY(SELECT d.id FROM driver d
    JOIN project j ON j.organization_id = d.organization_id AND j.id = d.project_id
    WHERE d.organization_id = scope_tenant() AND d.project_id = ANY (scope_projects())
      AND coalesce(d.depot_id, j.default_depot_id) = ANY (depots));
END $$;--> statement-breakpoint
CREATE VIEW scope_plan AS
  SELECT p.id FROM plan p
  WHERE p.organization_id = scope_tenant() AND p.project_id = ANY ((SELECT scope_projects())::uuid[]);--> statement-breakpoint
CREATE VIEW scope_driver AS
  SELECT d.id FROM driver d
  WHERE d.organization_id = scope_tenant() AND d.project_id = ANY ((SELECT scope_projects())::uuid[])
    AND ((SELECT scope_depots()) IS NULL OR d.id = ANY ((SELECT scope_drivers())::uuid[]));--> statement-breakpoint
CREATE VIEW scope_day AS
  SELECT dd.id FROM driver_day dd
  WHERE dd.organization_id = scope_tenant() AND dd.project_id = ANY ((SELECT scope_projects())::uuid[])
    AND ((SELECT scope_depots()) IS NULL OR dd.driver_id = ANY ((SELECT scope_drivers())::uuid[]));--> statement-breakpoint
-- A route is of its driver's depot.
CREATE VIEW scope_route AS
  SELECT r.id FROM route r
  JOIN plan p ON p.organization_id = r.organization_id AND p.id = r.plan_id
  JOIN driver_day dd ON dd.organization_id = r.organization_id AND dd.id = r.driver_day_id
  WHERE r.organization_id = scope_tenant() AND p.project_id = ANY ((SELECT scope_projects())::uuid[])
    AND ((SELECT scope_depots()) IS NULL OR dd.driver_id = ANY ((SELECT scope_drivers())::uuid[]));--> statement-breakpoint
-- An order is its project's until it is on a route; then it is of that route's depot.
CREATE VIEW scope_elsewhere AS
  SELECT s.delivery_id FROM stop s
  WHERE s.organization_id = scope_tenant() AND (s.project_id = ANY ((SELECT scope_projects())::uuid[])
    AND s.driver_id = ANY ((SELECT scope_drivers())::uuid[])) IS NOT TRUE;--> statement-breakpoint
CREATE VIEW scope_delivery AS
  SELECT d.id FROM delivery d
  WHERE d.organization_id = scope_tenant() AND d.project_id = ANY ((SELECT scope_projects())::uuid[])
    AND ((SELECT scope_depots()) IS NULL OR NOT EXISTS (SELECT FROM scope_elsewhere e WHERE e.delivery_id = d.id));--> statement-breakpoint
CREATE VIEW scope_visit AS
  SELECT v.id FROM delivery_visit v
  WHERE v.organization_id = scope_tenant() AND v.project_id = ANY ((SELECT scope_projects())::uuid[])
    AND ((SELECT scope_depots()) IS NULL OR NOT EXISTS (SELECT FROM scope_elsewhere e WHERE e.delivery_id = v.delivery_id));--> statement-breakpoint
-- Read by policies alone.
REVOKE INSERT, UPDATE, DELETE ON scope_plan, scope_driver, scope_day, scope_route, scope_elsewhere, scope_delivery,
  scope_visit FROM dray_app;--> statement-breakpoint
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
    ['driver_day', of_project || ' AND (' || any_depot || ' OR driver_id = ANY ((SELECT scope_drivers())::uuid[]))'],
    ['delivery', of_project || ' AND (' || any_depot || ' OR NOT EXISTS (SELECT FROM scope_elsewhere x WHERE x.delivery_id = delivery.id))'],
    ['delivery_visit', of_project || ' AND (' || any_depot || ' OR NOT EXISTS (SELECT FROM scope_elsewhere x WHERE x.delivery_id = delivery_visit.delivery_id))'],
    ['route', 'EXISTS (SELECT FROM scope_plan x WHERE x.id = plan_id) AND (' || any_depot
      || ' OR EXISTS (SELECT FROM scope_day x WHERE x.id = driver_day_id))'],
    ['stop', of_project || ' AND (' || any_depot || ' OR driver_id = ANY ((SELECT scope_drivers())::uuid[]))']
  ];
  -- What is seen wherever what it belongs to is.
  parts text[][] := ARRAY[
    ['plan', 'optimization plan_edit plan_mutation plan_presence wave'],
    ['route', 'assignment driver_session driver_op route_run stop_run stop_arrival arrival_history proof proof_review wave_route'],
    ['delivery', 'check_dismissal delivery_item delivery_rating consignment_delivery partner_handover pod
      settlement_ref wave_delivery'],
    ['visit', 'customer_told customer_wish identity_try notification tracking_link'],
    ['driver', 'last_position position']
  ];
  w text[];
  name text;
  policy record;
BEGIN
  FOREACH w SLICE 1 IN ARRAY walls LOOP
    EXECUTE format('ALTER POLICY scope ON %I TO dray_limited USING (%s)', w[1], w[2]);
  END LOOP;
  FOREACH w SLICE 1 IN ARRAY parts LOOP
    FOREACH name IN ARRAY regexp_split_to_array(w[2], '\s+') LOOP
      EXECUTE format('ALTER POLICY scope ON %I TO dray_limited USING (EXISTS (SELECT FROM scope_%s x WHERE x.id = %I))',
        name, w[1], w[1] || '_id');
    END LOOP;
  END LOOP;
  FOR name IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = '"position"'::regclass LOOP
    EXECUTE format('ALTER POLICY scope ON %s TO dray_limited USING (EXISTS (SELECT FROM scope_driver x WHERE x.id = driver_id))', name);
  END LOOP;
  -- The others ask as they did.
  FOR policy IN SELECT p.polrelid::regclass AS of_table FROM pg_policy p
    WHERE p.polname = 'scope' AND p.polroles = ARRAY['dray_app'::regrole::oid] LOOP
    EXECUTE format('ALTER POLICY scope ON %s TO dray_limited', policy.of_table);
  END LOOP;
END $$;--> statement-breakpoint
ALTER POLICY scope ON "delivery_join" USING (EXISTS (SELECT FROM scope_delivery x WHERE x.id = pickup_id)
  AND EXISTS (SELECT FROM scope_delivery x WHERE x.id = dropoff_id));--> statement-breakpoint
ALTER POLICY scope ON "partner_exchange" USING (EXISTS (SELECT FROM scope_route x WHERE x.id = handover_id)
  OR EXISTS (SELECT FROM partner_handover h JOIN scope_delivery x ON x.id = h.delivery_id
    WHERE h.organization_id = partner_exchange.organization_id AND h.id = handover_id));--> statement-breakpoint
-- Functions that are still asked, of single rows, by the same views.
DO $$
DECLARE
  of text;
BEGIN
  FOREACH of IN ARRAY ARRAY['plan', 'driver', 'day', 'route', 'delivery', 'visit'] LOOP
    EXECUTE format('CREATE OR REPLACE FUNCTION %s(%s uuid) RETURNS boolean
      LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $f$
      BEGIN
        RETURN EXISTS (SELECT FROM scope_%s x WHERE x.id = $1);
      END $f$', of || '_in_scope', CASE of WHEN 'day' THEN 'driver_day_id' ELSE of || '_id' END, of);
  END LOOP;
END $$;--> statement-breakpoint
DROP FUNCTION route_in_scope(uuid, uuid[], uuid[]);--> statement-breakpoint
DROP FUNCTION delivery_in_scope(uuid, uuid[], uuid[]);--> statement-breakpoint
DROP FUNCTION delivery_is_elsewhere(uuid, uuid[]);--> statement-breakpoint
DROP FUNCTION delivery_is_elsewhere(uuid);--> statement-breakpoint
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
      'CREATE POLICY scope ON %I AS RESTRICTIVE TO dray_limited USING (EXISTS (SELECT FROM scope_driver x WHERE x.id = driver_id))',
      name
    );
    EXECUTE format(
      'ALTER TABLE "position" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      name, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC'
    );
  END LOOP;
END $$;
