CREATE TABLE "last_position" (
	"organization_id" uuid NOT NULL,
	"driver_id" uuid NOT NULL,
	"route_id" uuid,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"accuracy_meters" real,
	"speed_mps" real,
	"heading_degrees" smallint,
	"battery_percent" smallint,
	"recorded_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"suspect" jsonb,
	"change_seq" bigint NOT NULL,
	CONSTRAINT "last_position_organization_id_driver_id_pk" PRIMARY KEY("organization_id","driver_id")
);
--> statement-breakpoint
CREATE TABLE "position" (
	"organization_id" uuid NOT NULL,
	"driver_id" uuid NOT NULL,
	"route_id" uuid,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"accuracy_meters" real,
	"speed_mps" real,
	"heading_degrees" smallint,
	"battery_percent" smallint,
	"recorded_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"is_jump" boolean NOT NULL,
	CONSTRAINT "position_organization_id_driver_id_recorded_at_pk" PRIMARY KEY("organization_id","driver_id","recorded_at")
) PARTITION BY RANGE ("recorded_at");
--> statement-breakpoint
CREATE TABLE "position_sequence" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"last_seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "last_position" ADD CONSTRAINT "last_position_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_position" ADD CONSTRAINT "last_position_organization_id_driver_id_driver_organization_id_id_fk" FOREIGN KEY ("organization_id","driver_id") REFERENCES "public"."driver"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "position_sequence" ADD CONSTRAINT "position_sequence_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_position" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "last_position" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "last_position" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "position_sequence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "position_sequence" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "position" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "position" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
-- Makes the partitions of these UTC days where they are missing; each stands behind the wall by itself too, because a
-- query may name it. Attaching, unlike creating in place, lets writers of other days go on. Calls take turns.
CREATE FUNCTION ensure_position_partitions(first_day date, last_day date) RETURNS void
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
      'ALTER TABLE "position" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
      name, day::timestamp AT TIME ZONE 'UTC', (day + 1)::timestamp AT TIME ZONE 'UTC'
    );
  END LOOP;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION ensure_position_partitions(date, date) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ensure_position_partitions(date, date) TO dray_app;--> statement-breakpoint
-- Drops the days before this one, and says how many. Waits for readers, but not so long that writers queue up behind it.
CREATE FUNCTION drop_position_partitions(first_kept_day date) RETURNS int
LANGUAGE plpgsql SET search_path = public, pg_temp SET lock_timeout = '3s' AS $$
DECLARE
  name text;
  dropped int := 0;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = '"position"'::regclass AND c.relname < 'position_' || to_char(first_kept_day, 'YYYYMMDD')
    ORDER BY 1
  LOOP
    EXECUTE format('DROP TABLE %I', name);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION drop_position_partitions(date) FROM PUBLIC;
