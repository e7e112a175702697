"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { ProjectSelect } from "@/components/lib/project-select";
import { useChosenProject } from "@/components/lib/use-chosen-project";
import { useMay } from "@/components/lib/viewer-permissions";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { SettingsSection } from "../settings-section";
import { DeliverySections } from "./delivery-sections";
import { RetentionSection } from "./retention-section";
import { RetriesSection } from "./retries-section";

const ELSEWHERE = [
  ["tracking", "/settings/tracking"],
  ["messages", "/settings/messages"],
  ["slots", "/settings/slots"],
  ["exceptions", "/settings"],
] as const;

/** The rules a company works by, each with what a small one would keep. */
export function PoliciesSettings() {
  const t = useWords("settingsPolicies");
  const form = useWords("settingsForm");
  const mayEdit = useMay("settings.write");
  const { project, projects, choose } = useChosenProject();
  return (
    <>
      {mayEdit ? null : <Banner>{form("readOnly")}</Banner>}
      {projects.length > 1 && project ? (
        <ProjectSelect
          label={t("project")}
          className="w-64"
          projects={projects}
          value={project.id}
          onValueChange={choose}
        />
      ) : null}
      {project ? <RetriesSection key={project.id} projectId={project.id} /> : null}
      <DeliverySections />
      <RetentionSection />
      <SettingsSection title={t("elsewhere.title")} description={t("elsewhere.about")}>
        <ul className="-mx-4 -my-4 sm:-mx-5 sm:-my-5">
          {ELSEWHERE.map(([word, href]) => (
            <li key={word} className="border-line border-b last:border-b-0">
              <Link
                href={href}
                className="flex items-center gap-3 px-4 py-2.5 outline-offset-[-2px] hover:bg-hover sm:px-5"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{t(`elsewhere.${word}`)}</span>
                  <span className="block text-ink-muted">{t(`elsewhere.${word}About`)}</span>
                </span>
                <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
              </Link>
            </li>
          ))}
        </ul>
      </SettingsSection>
    </>
  );
}
