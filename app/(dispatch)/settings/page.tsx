import type { Metadata } from "next";
import { SetupGuide } from "@/components/features/onboarding/setup-guide";
import { ProjectSettings } from "@/components/features/settings/project-settings";
import { PageWords, pageWords } from "../../page-words";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.settings") };
}

export default async function SettingsPage({ searchParams }: Props) {
  const { setup } = await searchParams;
  if (setup) return <SetupGuide />;
  return (
    <PageWords of={["settingsOrganization"]}>
      <ProjectSettings />
    </PageWords>
  );
}
