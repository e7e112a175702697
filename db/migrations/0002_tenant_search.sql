CREATE EXTENSION IF NOT EXISTS btree_gin;--> statement-breakpoint
DROP INDEX "delivery_search";--> statement-breakpoint
DROP INDEX "address_book_street_trigram";--> statement-breakpoint
CREATE INDEX "delivery_search" ON "delivery" USING gin ("organization_id",search_text gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "address_book_street_trigram" ON "address_book_street" USING gin ("organization_id",street_key gin_trgm_ops);--> statement-breakpoint
-- Under row level security the planner may not use an index for an operator that is not leakproof, which LIKE and % are
-- not. These two functions search as the tables' owner, and name the tenant themselves.
CREATE FUNCTION delivery_ids_matching(words text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  patterns text[] := ARRAY(SELECT '%' || w || '%' FROM unnest(words) w ORDER BY length(w) DESC);
BEGIN
  RETURN QUERY EXECUTE
    'SELECT d.id FROM delivery d WHERE d.organization_id = $1 AND d.search_text LIKE $2 AND d.search_text LIKE ALL ($3)'
    USING tenant, patterns[1], patterns;
END $$;--> statement-breakpoint
CREATE FUNCTION address_book_streets_like(street_keys text[], postcodes text[], city_keys text[], max_streets int)
RETURNS TABLE (ordinal int, street_key text, postcode text, city_key text, similarity real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.ordinal::int, s.street_key, s.postcode, s.city_key, s.similarity
  FROM unnest(street_keys, postcodes, city_keys) WITH ORDINALITY AS q(street_key, postcode, city_key, ordinal)
  CROSS JOIN LATERAL (
    SELECT b.street_key, b.postcode, b.city_key, similarity(b.street_key, q.street_key) AS similarity
    FROM address_book_street b
    WHERE b.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
      AND b.street_key % q.street_key
    -- A street in the town that was asked for outranks a slightly likelier name elsewhere.
    ORDER BY similarity(b.street_key, q.street_key)
      + CASE WHEN q.postcode <> '' AND b.postcode = q.postcode THEN 0.3 ELSE 0 END
      + CASE WHEN q.city_key <> '' AND b.city_key = q.city_key THEN 0.2 ELSE 0 END DESC, b.street_key, b.postcode
    LIMIT max_streets
  ) s
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION delivery_ids_matching(text[]) FROM PUBLIC;--> statement-breakpoint
REVOKE ALL ON FUNCTION address_book_streets_like(text[], text[], text[], int) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION delivery_ids_matching(text[]) TO dray_app;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION address_book_streets_like(text[], text[], text[], int) TO dray_app;
