CREATE TABLE "event_seal" (
	"organization_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "event_seal_organization_id_seq_pk" PRIMARY KEY("organization_id","seq")
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "content_hash" "bytea" DEFAULT ''::bytea NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "hash" "bytea" DEFAULT ''::bytea NOT NULL;--> statement-breakpoint
ALTER TABLE "event_seal" ADD CONSTRAINT "event_seal_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_seal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "event_seal" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
REVOKE UPDATE, DELETE ON "event_seal" FROM dray_app;--> statement-breakpoint
-- What `services/event/verify-log` works out once more by itself: both must say the same.
CREATE FUNCTION event_content_hash(entry event) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(convert_to(jsonb_build_array(entry.data, entry.before, entry.after)::text, 'UTF8'))
$$;--> statement-breakpoint
CREATE FUNCTION event_hash(previous bytea, entry event) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    entry.organization_id, entry.seq, entry.type, entry.entity, entry.entity_id, entry.plan_id, entry.actor_kind,
    entry.actor_id, entry.actor_label, entry.correlation_id, entry.mutation_id,
    (extract(epoch FROM entry.occurred_at) * 1000000)::bigint, (extract(epoch FROM entry.received_at) * 1000000)::bigint,
    encode(entry.content_hash, 'hex'))::text, 'UTF8'))
$$;--> statement-breakpoint
-- The number's row is locked by whoever writes, so the entry before is there and stays: either committed or of the same
-- transaction. Entries of one statement are numbered in its order, and each is seen by the next.
CREATE FUNCTION chain_event() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  previous bytea;
BEGIN
  SELECT hash INTO previous FROM public.event WHERE organization_id = NEW.organization_id AND seq = NEW.seq - 1;
  IF previous IS NULL AND NEW.seq > 1 THEN
    RAISE EXCEPTION 'the log has no entry % for % to follow', NEW.seq - 1, NEW.seq;
  END IF;
  NEW.content_hash := public.event_content_hash(NEW);
  NEW.hash := public.event_hash(coalesce(previous, ''::bytea), NEW);
  RETURN NEW;
END $$;--> statement-breakpoint
DO $$
DECLARE
  entry event;
  previous bytea;
BEGIN
  FOR entry IN SELECT * FROM event ORDER BY organization_id, seq LOOP
    IF entry.seq = 1 THEN previous := ''::bytea; END IF;
    entry.content_hash := event_content_hash(entry);
    entry.hash := event_hash(previous, entry);
    UPDATE event SET content_hash = entry.content_hash, hash = entry.hash
    WHERE organization_id = entry.organization_id AND seq = entry.seq;
    previous := entry.hash;
  END LOOP;
END $$;--> statement-breakpoint
CREATE TRIGGER event_chain BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION chain_event();
