import type { RegionGuess } from "@/components/lib/guess-region";
import type { Checked } from "@/components/lib/use-draft";
import { type ProjectInput, projectSchema } from "@/server/domain/project/project-schema";

/** The little that a first project cannot do without. */
export interface ProjectStart {
  readonly name: string;
  readonly timeZone: string;
  readonly defaultCountry: string;
  readonly currency: string;
}

/** What the browser's clock tells: "Europe/Copenhagen" makes a project Copenhagen in Denmark, in kroner. */
export function startOfRegion({ timeZone, country, currency }: RegionGuess): ProjectStart {
  const city = timeZone.includes("/") ? timeZone.split("/").at(-1)!.replaceAll("_", " ") : "";
  return { name: city, timeZone, defaultCountry: country, currency };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  name: "Enter a name of at most 120 characters.",
  timeZone: "Choose a time zone.",
  defaultCountry: "Choose a country.",
  currency: "Choose a currency.",
};

/** The project to make, with the usual loads and stop time; or what is missing. */
export function checkStart(start: ProjectStart): Checked<ProjectInput, ProjectStart> {
  const parsed = projectSchema.safeParse(start);
  const errors: { -readonly [Key in keyof ProjectStart]?: string } = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const field = String(path[0]) as keyof ProjectStart;
    errors[field] = PROBLEMS[field];
  }
  if (!start.timeZone) errors.timeZone = PROBLEMS.timeZone;
  if (Object.keys(errors).length > 0 || !parsed.success) return { ok: false, errors };
  return { ok: true, input: parsed.data };
}
