ALTER TABLE "delivery" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "route" ADD COLUMN "is_optimized" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "delivery_source_id" ON "delivery" USING btree ("organization_id","source_id") WHERE source_id <> '';--> statement-breakpoint
CREATE INDEX "route_created" ON "route" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "route_updated" ON "route" USING btree ("organization_id","updated_at","id");