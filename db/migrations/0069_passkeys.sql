CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp with time zone,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "signed_in_by" text;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "passkey_id" uuid;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_credential_id" ON "passkey" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkey_user_id" ON "passkey" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_passkey_id_passkey_id_fk" FOREIGN KEY ("passkey_id") REFERENCES "public"."passkey"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_passkey_id" ON "session" USING btree ("passkey_id");--> statement-breakpoint
-- Nobody's rows: asked before there is a tenant, by the owner alone.
REVOKE ALL ON "passkey" FROM dray_app;--> statement-breakpoint
-- A session that has shown a passkey may enter where a second step is asked for; without it, no longer.
CREATE TRIGGER announce_passkey AFTER UPDATE OF passkey_id ON "session"
  FOR EACH ROW EXECUTE FUNCTION announce_access('user_id');--> statement-breakpoint
DROP FUNCTION tenant_sessions();--> statement-breakpoint
CREATE FUNCTION tenant_sessions() RETURNS TABLE (id uuid, user_id uuid, ip_address text, user_agent text, signed_in_by text, created_at timestamptz, updated_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.user_id, s.ip_address, s.user_agent, s.signed_in_by, s.created_at, s.updated_at
  FROM session s
  WHERE s.expires_at > now()
    -- Where a session works: in the organization it chose, else in the one its person joined first (`findMembership`).
    AND nullif(current_setting('app.organization_id', true), '')::uuid = (
      SELECT m.organization_id FROM member m WHERE m.user_id = s.user_id
      ORDER BY m.organization_id = s.active_organization_id DESC NULLS LAST, m.created_at LIMIT 1
    )
$$;--> statement-breakpoint
-- How many passkeys its members have: no more of them than that.
CREATE FUNCTION tenant_passkeys() RETURNS TABLE (user_id uuid, passkeys integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.user_id, count(*)::int FROM passkey p
  JOIN member m ON m.user_id = p.user_id
    AND m.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
  GROUP BY p.user_id
$$;--> statement-breakpoint
-- Passkeys are a second step, too: who has lost one may have lost the device that keeps it, and where it is signed in.
CREATE OR REPLACE FUNCTION reset_tenant_second_factor(person uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM member WHERE user_id = person AND organization_id = tenant) THEN RETURN 'none'; END IF;
  IF NOT EXISTS (SELECT FROM "user" WHERE id = person AND two_factor_enabled)
    AND NOT EXISTS (SELECT FROM passkey WHERE user_id = person) THEN RETURN 'none'; END IF;
  IF EXISTS (SELECT FROM member WHERE user_id = person AND organization_id <> tenant) THEN RETURN 'elsewhere'; END IF;
  DELETE FROM session WHERE user_id = person AND passkey_id IS NOT NULL;
  DELETE FROM passkey WHERE user_id = person;
  DELETE FROM two_factor WHERE user_id = person;
  DELETE FROM verification WHERE identifier LIKE 'trust-device-%' AND value = person::text;
  UPDATE "user" SET two_factor_enabled = false, updated_at = now() WHERE id = person;
  RETURN 'reset';
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION tenant_sessions(), tenant_passkeys() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tenant_sessions(), tenant_passkeys() TO dray_app;
