ALTER TABLE "outbox_message" ADD COLUMN "exchange_id" uuid;--> statement-breakpoint
ALTER TABLE "partner_handover" ADD COLUMN "manifest_id" uuid;