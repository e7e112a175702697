import type { ReactNode } from "react";
import { OutsideFrame } from "@/components/features/app-shell/outside-frame";
import { PreferencesProvider } from "@/components/lib/preferences";
import { ServerStateProvider } from "@/components/lib/trpc";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { pageReader } from "@/server/main/reader";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords } from "../page-words";

/** What partners' people and drivers see: a frame with their own work in it, and nothing of the desk. */
export default async function OutsideLayout({ children }: { children: ReactNode }) {
  const { name, email, organizationName, role, permissions } = await requireViewer();
  const { preferences, ...customs } = await pageReader();
  return (
    <ServerStateProvider>
      <PreferencesProvider initial={preferences ?? DEFAULT_PREFERENCES} customs={customs}>
        <PageWords of={["appShell"]}>
          <OutsideFrame viewer={{ name, email, organizationName, role }} permissions={permissions}>
            {children}
          </OutsideFrame>
        </PageWords>
      </PreferencesProvider>
    </ServerStateProvider>
  );
}
