ALTER TABLE "route" ADD COLUMN "hue_index" smallint;--> statement-breakpoint
ALTER TABLE "route" ADD COLUMN "line_style_index" smallint;