ALTER TABLE "address_book_entry" ADD COLUMN "house_number_value" integer;--> statement-breakpoint
-- Streets are derived from the doors; they are made anew below.
DELETE FROM "address_book_street";--> statement-breakpoint
DROP INDEX "address_book_entry_street";--> statement-breakpoint
DROP INDEX "address_book_street_key";--> statement-breakpoint
ALTER TABLE "address_book_entry" ADD COLUMN "postcode_key" text;--> statement-breakpoint
UPDATE "address_book_entry" SET "postcode_key" = lower(regexp_replace("postcode", '\s', '', 'g')), "house_number_value" = substring("house_number" from '^\d{1,5}')::int;--> statement-breakpoint
ALTER TABLE "address_book_entry" ALTER COLUMN "postcode_key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "address_book_street" ADD COLUMN "postcode_key" text NOT NULL;--> statement-breakpoint
ALTER TABLE "address_book_street" ADD COLUMN "country" text NOT NULL;--> statement-breakpoint
ALTER TABLE "address_book_street" ADD COLUMN "city" text NOT NULL;--> statement-breakpoint
ALTER TABLE "address_book_street" ADD COLUMN "lat" double precision NOT NULL;--> statement-breakpoint
ALTER TABLE "address_book_street" ADD COLUMN "lng" double precision NOT NULL;--> statement-breakpoint
ALTER TABLE "address_book_street" ADD COLUMN "doors" integer NOT NULL;--> statement-breakpoint
CREATE INDEX "address_book_street_postcode" ON "address_book_street" USING btree ("organization_id","postcode_key");--> statement-breakpoint
CREATE INDEX "address_book_street_city" ON "address_book_street" USING btree ("organization_id","city_key");--> statement-breakpoint
CREATE INDEX "address_book_entry_street" ON "address_book_entry" USING btree ("organization_id","street_key","postcode_key");--> statement-breakpoint
CREATE UNIQUE INDEX "address_book_street_key" ON "address_book_street" USING btree ("organization_id","street_key","postcode_key","city_key","country");--> statement-breakpoint
INSERT INTO "address_book_street" (organization_id, id, street_key, postcode_key, city_key, country, postcode, city, lat, lng, doors)
SELECT organization_id, (array_agg(id))[1], street_key, postcode_key, city_key, country, min(postcode), min(city), avg(lat), avg(lng), count(*)
FROM "address_book_entry" GROUP BY organization_id, street_key, postcode_key, city_key, country;--> statement-breakpoint
DROP FUNCTION address_book_streets_like(text[], text[], text[], int);--> statement-breakpoint
-- As before the tables' owner searches by trigram, naming the tenant itself (see 0002).
CREATE FUNCTION address_book_streets_like(street_keys text[], postcode_keys text[], city_keys text[], countries text[], max_streets int)
RETURNS TABLE (ordinal int, street_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT q.ordinal::int, s.id
  FROM unnest(street_keys, postcode_keys, city_keys, countries) WITH ORDINALITY AS q(street_key, postcode_key, city_key, country, ordinal)
  CROSS JOIN LATERAL (
    SELECT b.id
    FROM address_book_street b
    WHERE b.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
      AND b.street_key % q.street_key
      AND (q.country = '' OR b.country = '' OR b.country = q.country)
    -- Among similar names a street of the place that was written comes first.
    ORDER BY similarity(b.street_key, q.street_key)
      + CASE WHEN q.postcode_key <> '' AND b.postcode_key = q.postcode_key THEN 0.2 ELSE 0 END
      + CASE WHEN q.city_key <> '' AND starts_with(b.city_key, q.city_key) THEN 0.1 ELSE 0 END DESC, b.street_key, b.postcode_key
    LIMIT max_streets
  ) s
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION address_book_streets_like(text[], text[], text[], text[], int) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION address_book_streets_like(text[], text[], text[], text[], int) TO dray_app;
