-- The second wall between tenants. The application acts as dray_app, which owns nothing, inside transactions that name
-- their organization; a forgotten `where` then finds nothing instead of everything.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dray_app') THEN
    CREATE ROLE dray_app NOLOGIN NOINHERIT;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;--> statement-breakpoint
DO $$ BEGIN EXECUTE format('GRANT dray_app TO %I', current_user); END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO dray_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO dray_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO dray_app;--> statement-breakpoint
-- Signing in is better-auth's own business, done as the owner.
REVOKE ALL ON "session", "account", "verification" FROM dray_app;--> statement-breakpoint
-- The log is append only.
REVOKE UPDATE, DELETE ON "event" FROM dray_app;--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOR t IN
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = 'public'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO dray_app USING (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid) WITH CHECK (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::uuid)',
      t
    );
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE "organization" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "organization" TO dray_app USING (id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- A tenant sees the people who belong to it.
CREATE POLICY tenant ON "user" FOR SELECT TO dray_app USING (EXISTS (SELECT 1 FROM "member" m WHERE m.user_id = "user".id AND m.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid));
