ALTER TABLE "project" ADD COLUMN "proof_days" integer;--> statement-breakpoint
ALTER TABLE "proof" ADD COLUMN "cleared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "proof" ADD COLUMN "swept_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "proof_review" ADD COLUMN "reviewer_id" uuid;--> statement-breakpoint
CREATE INDEX "proof_unswept" ON "proof" USING btree ("organization_id","updated_at") WHERE swept_at is null;