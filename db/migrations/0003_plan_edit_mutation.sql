ALTER TABLE "optimization" ALTER COLUMN "requested_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_edit" ADD COLUMN "mutation_id" text NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_edit" ADD COLUMN "turn_mutation_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_edit_mutation" ON "plan_edit" USING btree ("organization_id","plan_id","mutation_id");