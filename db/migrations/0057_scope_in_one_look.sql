-- The same answers as before, each by one question: asked for every stop of a board, they had asked each other.
CREATE OR REPLACE FUNCTION route_in_scope(route_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  depots uuid[] := scope_depots();
BEGIN
  RETURN EXISTS (SELECT FROM route r
    JOIN plan p ON p.organization_id = r.organization_id AND p.id = r.plan_id
    JOIN driver_day dd ON dd.organization_id = r.organization_id AND dd.id = r.driver_day_id
    JOIN driver d ON d.organization_id = dd.organization_id AND d.id = dd.driver_id
    JOIN project j ON j.organization_id = d.organization_id AND j.id = d.project_id
    WHERE r.organization_id = scope_tenant() AND r.id = $1 AND p.project_id = ANY (scope_projects())
      AND (depots IS NULL OR coalesce(d.depot_id, j.default_depot_id) = ANY (depots)));
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION delivery_is_elsewhere(delivery_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM delivery_visit v
    JOIN stop s ON s.organization_id = v.organization_id AND s.visit_id = v.id
    JOIN route r ON r.organization_id = s.organization_id AND r.id = s.route_id
    JOIN driver_day dd ON dd.organization_id = r.organization_id AND dd.id = r.driver_day_id
    JOIN driver d ON d.organization_id = dd.organization_id AND d.id = dd.driver_id
    JOIN project j ON j.organization_id = d.organization_id AND j.id = d.project_id
    WHERE v.organization_id = scope_tenant() AND v.delivery_id = $1
      AND (coalesce(d.depot_id, j.default_depot_id) = ANY (scope_depots())) IS NOT TRUE);
END $$;
