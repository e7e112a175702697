import type { ReactNode } from "react";
import { SettingsFrame } from "@/components/features/settings/settings-frame";
import { PageWords } from "../../page-words";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <PageWords of={["settings", "settingsScope", "events", "edits"]}>
      <SettingsFrame>{children}</SettingsFrame>
    </PageWords>
  );
}
