ALTER TABLE "partner_handover" ADD COLUMN "is_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_handover" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "partner" ADD COLUMN "sla" jsonb DEFAULT '{}'::jsonb NOT NULL;