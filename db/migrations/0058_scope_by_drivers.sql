-- Whose drivers they are is asked once per query, not of every row: of a depot's member a board had taken five times as long.
-- Nothing where all depots are seen.
CREATE FUNCTION scope_drivers() RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  depots uuid[] := scope_depots();
BEGIN
  IF depots IS NULL THEN
    RETURN NULL;
  END IF;
  RETURN ARRAY(SELECT d.id FROM driver d
    JOIN project j ON j.organization_id = d.organization_id AND j.id = d.project_id
    WHERE d.organization_id = scope_tenant() AND coalesce(d.depot_id, j.default_depot_id) = ANY (depots));
END $$;--> statement-breakpoint
CREATE FUNCTION route_in_scope(route_id uuid, projects uuid[], drivers uuid[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF drivers IS NULL THEN
    RETURN EXISTS (SELECT FROM route r
      JOIN plan p ON p.organization_id = r.organization_id AND p.id = r.plan_id
      WHERE r.organization_id = scope_tenant() AND r.id = $1 AND p.project_id = ANY ($2));
  END IF;
  RETURN EXISTS (SELECT FROM route r
    JOIN plan p ON p.organization_id = r.organization_id AND p.id = r.plan_id
    JOIN driver_day dd ON dd.organization_id = r.organization_id AND dd.id = r.driver_day_id
    WHERE r.organization_id = scope_tenant() AND r.id = $1 AND p.project_id = ANY ($2) AND dd.driver_id = ANY ($3));
END $$;--> statement-breakpoint
CREATE FUNCTION delivery_is_elsewhere(delivery_id uuid, drivers uuid[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM delivery_visit v
    JOIN stop s ON s.organization_id = v.organization_id AND s.visit_id = v.id
    JOIN route r ON r.organization_id = s.organization_id AND r.id = s.route_id
    JOIN driver_day dd ON dd.organization_id = r.organization_id AND dd.id = r.driver_day_id
    WHERE v.organization_id = scope_tenant() AND v.delivery_id = $1 AND dd.driver_id <> ALL ($2));
END $$;--> statement-breakpoint
CREATE FUNCTION delivery_in_scope(delivery_id uuid, projects uuid[], drivers uuid[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF drivers IS NULL THEN
    RETURN EXISTS (SELECT FROM delivery d
      WHERE d.organization_id = scope_tenant() AND d.id = $1 AND d.project_id = ANY ($2));
  END IF;
  RETURN EXISTS (SELECT FROM delivery d
    WHERE d.organization_id = scope_tenant() AND d.id = $1 AND d.project_id = ANY ($2)
      AND NOT EXISTS (SELECT FROM delivery_visit v
        JOIN stop s ON s.organization_id = v.organization_id AND s.visit_id = v.id
        JOIN route r ON r.organization_id = s.organization_id AND r.id = s.route_id
        JOIN driver_day dd ON dd.organization_id = r.organization_id AND dd.id = r.driver_day_id
        WHERE v.organization_id = d.organization_id AND v.delivery_id = d.id AND dd.driver_id <> ALL ($3)));
END $$;--> statement-breakpoint
-- Every policy that asks of a row's route or delivery asks it so; a route's answer holds its plan's.
DO $$
DECLARE
  seen text := '(SELECT scope_projects()), (SELECT scope_drivers())';
  w record;
BEGIN
  FOR w IN
    SELECT p.polrelid::regclass AS name, pg_get_expr(p.polqual, p.polrelid) AS wall FROM pg_policy p
    WHERE p.polname = 'scope' AND p.polrelid NOT IN ('stop'::regclass, 'delivery'::regclass)
      AND pg_get_expr(p.polqual, p.polrelid) ~ '(route|delivery)_in_scope\('
  LOOP
    EXECUTE format('ALTER POLICY scope ON %s USING (%s)', w.name,
      regexp_replace(w.wall, '(route|delivery)_in_scope\((\w+)\)', '\1_in_scope(\2, ' || seen || ')', 'g'));
  END LOOP;
  EXECUTE 'ALTER POLICY scope ON "delivery" USING ((SELECT scope_projects()) IS NULL OR (project_id = ANY ((SELECT scope_projects())::uuid[])
    AND ((SELECT scope_depots()) IS NULL OR NOT delivery_is_elsewhere(id, (SELECT scope_drivers())))))';
  EXECUTE 'ALTER POLICY scope ON "stop" USING ((SELECT scope_projects()) IS NULL OR CASE WHEN (SELECT scope_depots()) IS NULL
    THEN plan_in_scope(plan_id) ELSE route_in_scope(route_id, ' || seen || ') END)';
END $$;
