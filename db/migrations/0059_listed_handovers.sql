ALTER TABLE "partner_handover" ADD COLUMN "is_listed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What was handed over while its partner was reached by lists is meant for one.
UPDATE "partner_handover" h SET "is_listed" = true FROM "partner_connection" c
  WHERE c.organization_id = h.organization_id AND c.partner_id = h.partner_id AND c.connector = 'manifest'
    AND h.created_at >= c.created_at AND (c.replaced_at IS NULL OR h.created_at < c.replaced_at);
