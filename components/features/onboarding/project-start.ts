import type { RegionGuess } from "@/components/lib/guess-region";
import type { Checked } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import { type LoadDimension, type ProjectInput, projectSchema } from "@/server/domain/project/project-schema";

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

const CHECKED = ["name", "timeZone", "defaultCountry", "currency"] as const;

/** The project to make, with the usual loads and stop time; or what is missing. */
export function checkStart(
  t: Words<"onboarding">,
  start: ProjectStart,
  loadDimensions: readonly LoadDimension[],
): Checked<ProjectInput, ProjectStart> {
  const parsed = projectSchema.safeParse({ ...start, loadDimensions });
  const errors: { -readonly [Key in keyof ProjectStart]?: string } = {};
  for (const { path } of parsed.error?.issues ?? []) {
    const field = CHECKED.find((known) => known === path[0]);
    if (field) errors[field] = t(`problem.${field}`);
  }
  if (!start.timeZone) errors.timeZone = t("problem.timeZone");
  if (Object.keys(errors).length > 0 || !parsed.success) return { ok: false, errors };
  return { ok: true, input: parsed.data };
}
