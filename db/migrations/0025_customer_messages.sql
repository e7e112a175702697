ALTER TABLE "delivery" ADD COLUMN "notification_preference" text DEFAULT 'both' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "html" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "delivery_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "tracking_link_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_told" ADD COLUMN "notified_state" text;--> statement-breakpoint
CREATE INDEX "outbox_message_delivery" ON "outbox_message" USING btree ("organization_id","delivery_id","id") WHERE delivery_id is not null;