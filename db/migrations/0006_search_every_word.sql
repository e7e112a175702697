-- Each word is its own condition, so that the index can use whichever are rare.
CREATE OR REPLACE FUNCTION delivery_ids_matching(words text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  conditions text := (SELECT string_agg(format('d.search_text LIKE %L', '%' || w || '%'), ' AND ') FROM unnest(words) w);
BEGIN
  RETURN QUERY EXECUTE 'SELECT d.id FROM delivery d WHERE d.organization_id = $1 AND ' || coalesce(conditions, 'false')
    USING tenant;
END $$;
