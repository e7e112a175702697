import "server-only";
import { sql } from "drizzle-orm";
import { project } from "@/db/schema/project";
import type { Language } from "@/server/domain/preference/preferences";

/** In which a project's customers and drivers are written; null: as most people of its country read. */
export const projectLanguage = sql<Language | null>`coalesce(${project.language}, (select op.language
  from organization_profile op where op.organization_id = ${project.organizationId}))`;
