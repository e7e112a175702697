import { amountText, parseAmount } from "@/components/lib/parse-amount";
import type { Project } from "@/components/lib/use-chosen-project";
import type { Checked } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import { type ProjectInput, projectSchema } from "@/server/domain/project/project-schema";
import { secondsOf, timeText } from "./form/wall-time";

export type DimensionDraft = ProjectInput["loadDimensions"][number];

/** A project while it is edited. */
export interface ProjectDraft {
  readonly name: string;
  readonly timeZone: string;
  readonly defaultCountry: string;
  readonly currency: string;
  readonly units: ProjectInput["units"];
  readonly language: ProjectInput["language"];
  /** Empty: the organization's. */
  readonly brandName: string;
  readonly brandColor: string;
  readonly serviceMinutes: string;
  readonly learnsServiceTimes: boolean;
  readonly defaultDepotId: string | null;
  /** "16:00"; empty: no cut-off. */
  readonly cutoffTime: string;
  readonly cutoffDaysBefore: number;
  readonly loadDimensions: readonly DimensionDraft[];
}

export function draftOfProject(project: Project): ProjectDraft {
  const { name, timeZone, defaultCountry, currency, defaultServiceSeconds, defaultDepotId, loadDimensions } = project;
  const serviceMinutes = amountText(defaultServiceSeconds, 60);
  const { cutoffDaysBefore, learnsServiceTimes } = project;
  const cutoffTime = timeText(project.cutoffSeconds);
  const service = { serviceMinutes, learnsServiceTimes };
  const cutoff = { cutoffTime, cutoffDaysBefore };
  const { units, language, brandName, brandColor } = project;
  const place = { name, timeZone, defaultCountry, currency, units };
  const looks = { language, brandName, brandColor: brandColor ?? "" };
  return { ...place, ...looks, ...service, defaultDepotId, ...cutoff, loadDimensions };
}

export function newProject(
  region: { timeZone: string; country: string; currency: string },
  loadDimensions: readonly DimensionDraft[],
): ProjectDraft {
  const { timeZone, country: defaultCountry, currency } = region;
  return {
    name: "",
    timeZone,
    defaultCountry,
    currency,
    units: "local",
    language: null,
    brandName: "",
    brandColor: "",
    serviceMinutes: "3",
    learnsServiceTimes: false,
    defaultDepotId: null,
    cutoffTime: "",
    cutoffDaysBefore: 1,
    loadDimensions,
  };
}

const CHECKED = [
  "name",
  "timeZone",
  "defaultCountry",
  "currency",
  "loadDimensions",
  "brandName",
  "brandColor",
] as const;

/** The project to save, or what is wrong, by field. */
export function checkProject(t: Words<"settings">, draft: ProjectDraft): Checked<ProjectInput, ProjectDraft> {
  const minutes = parseAmount(draft.serviceMinutes);
  const isMinutes = minutes !== null && minutes >= 0 && minutes <= 720;
  const parsed = projectSchema.safeParse({
    name: draft.name,
    timeZone: draft.timeZone,
    defaultCountry: draft.defaultCountry,
    currency: draft.currency,
    units: draft.units,
    language: draft.language,
    brandName: draft.brandName,
    brandColor: draft.brandColor.trim() === "" ? null : draft.brandColor,
    defaultServiceSeconds: isMinutes ? Math.round(minutes * 60) : 0,
    learnsServiceTimes: draft.learnsServiceTimes,
    cutoffSeconds: secondsOf(draft.cutoffTime),
    cutoffDaysBefore: draft.cutoffDaysBefore,
    loadDimensions: draft.loadDimensions,
  });
  const errors: { -readonly [Key in keyof ProjectDraft]?: string } = {};
  if (!isMinutes) errors.serviceMinutes = t("problem.serviceMinutes");
  for (const { path } of parsed.error?.issues ?? []) {
    const field = CHECKED.find((known) => known === path[0]);
    if (field) errors[field] = t(`problem.${field}`);
  }
  // Any word passes for a zone where the platform is lenient; an empty one never.
  if (!draft.timeZone) errors.timeZone = t("problem.timeZone");
  if (Object.keys(errors).length > 0 || !parsed.success) return { ok: false, errors };
  return { ok: true, input: parsed.data };
}
