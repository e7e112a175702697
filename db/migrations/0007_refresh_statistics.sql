-- A new organization's first import, or a first commit, multiplies rows that the planner still believes to be few; until
-- autovacuum comes round, it joins thousands of them by comparing each with each. The tenants' role owns no table and may
-- not ANALYZE, so this function does it for them.
CREATE FUNCTION refresh_statistics() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE delivery, delivery_visit, location, stop, route;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION refresh_statistics() TO dray_app;
