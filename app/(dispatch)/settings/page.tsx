import type { Metadata } from "next";
import { SetupGuide } from "@/components/features/onboarding/setup-guide";
import { ProjectSettings } from "@/components/features/settings/project-settings";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ searchParams }: Props) {
  const { setup } = await searchParams;
  return setup ? <SetupGuide /> : <ProjectSettings />;
}
