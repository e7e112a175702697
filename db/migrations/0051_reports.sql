ALTER TABLE "route_run" ADD COLUMN "driven_meters" integer;--> statement-breakpoint
CREATE INDEX "delivery_rolled_over" ON "delivery" USING btree ("organization_id","id") WHERE rolled_over_from <> '{}';--> statement-breakpoint
CREATE INDEX "event_counted" ON "event" USING btree ("organization_id","type","occurred_at") WHERE type in ('location.geocoded', 'plan.rolled-over');