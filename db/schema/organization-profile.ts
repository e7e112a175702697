import { pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Logo } from "@/server/domain/brand/logo";
import type { Language } from "@/server/domain/preference/preferences";
import { instant, json, organizationId, updatedAt } from "./columns";

/** How an organization presents itself; without a row, plainly. */
export const organizationProfile = pgTable(
  "organization_profile",
  {
    organizationId: organizationId().primaryKey(),
    /** In which customers and drivers are written where their project says nothing; null: as in the project's country. */
    language: text("language").$type<Language>(),
    /** `#rrggbb`; null: Dray's own. */
    brandColor: text("brand_color"),
    logo: json<Logo>("logo"),
    /** The name its bytes are read under by anybody; null: there is no logo. */
    logoToken: text("logo_token"),
    /** When its language or colour was last saved; null: never. */
    changedAt: instant("changed_at"),
    updatedAt: updatedAt(),
  },
  // A logo by the name in its address.
  (table) => [uniqueIndex("organization_profile_logo").on(table.logoToken)],
);
