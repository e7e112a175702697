-- Whoever may suddenly see less, or something else, is told of at once, whatever took it away: streams that are open ask who
-- their reader is. Said with a person's id, or with an organization's where it is about many.
CREATE FUNCTION announce_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('dray_access', to_jsonb(coalesce(OLD, NEW)) ->> TG_ARGV[0]);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER announce_access AFTER DELETE OR UPDATE OF active_organization_id ON "session"
  FOR EACH ROW EXECUTE FUNCTION announce_access('user_id');--> statement-breakpoint
CREATE TRIGGER announce_access AFTER DELETE OR UPDATE OF role ON "member"
  FOR EACH ROW EXECUTE FUNCTION announce_access('user_id');--> statement-breakpoint
CREATE TRIGGER announce_access AFTER INSERT OR UPDATE OR DELETE ON "member_scope"
  FOR EACH ROW EXECUTE FUNCTION announce_access('user_id');--> statement-breakpoint
CREATE TRIGGER announce_access AFTER DELETE OR UPDATE OF permissions ON "custom_role"
  FOR EACH ROW EXECUTE FUNCTION announce_access('organization_id');--> statement-breakpoint
CREATE TRIGGER announce_access AFTER UPDATE OF requires_second_factor ON "organization"
  FOR EACH ROW EXECUTE FUNCTION announce_access('id');
