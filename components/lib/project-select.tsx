"use client";
import { Select, type SelectProps } from "@/components/ui/select";
import type { Project } from "./use-chosen-project";

/** The choice of the project a screen is about; nothing where there is only one. */
export function ProjectSelect({
  projects,
  ...select
}: { projects: readonly Pick<Project, "id" | "name">[] } & Omit<SelectProps, "options">) {
  if (projects.length < 2) return null;
  return <Select {...select} options={projects.map(({ id, name }) => ({ value: id, label: name }))} />;
}
