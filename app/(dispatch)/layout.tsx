import { redirect } from "next/navigation";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { SignedInFrame } from "@/components/features/app-shell/signed-in-frame";
import { SetupGate } from "@/components/features/onboarding/setup-gate";
import { PreferencesProvider, ProjectCustoms } from "@/components/lib/preferences";
import { ServerStateProvider } from "@/components/lib/trpc";
import { DocumentMap } from "@/components/map/document-map";
import { homePath } from "@/server/domain/access/home-path";
import { isOutsideRole } from "@/server/domain/access/permissions";
import { DEFAULT_PREFERENCES } from "@/server/domain/preference/preferences";
import { pageMap, pageReach, pageReader } from "@/server/main/reader";
import { requireViewer } from "@/server/main/require-viewer";
import { PageWords } from "../page-words";

/** Everything a signed-in person sees stands in this frame. */
export default async function DispatchLayout({ children }: { children: ReactNode }) {
  const { name, email, organizationName, role, permissions } = await requireViewer();
  if (isOutsideRole(role)) redirect(homePath(role));
  const { preferences, ...customs } = await pageReader();
  const { mapStyleUrl } = await pageMap();
  const initial = preferences ?? DEFAULT_PREFERENCES;
  return (
    <ServerStateProvider>
      <PreferencesProvider initial={initial} customs={customs}>
        <DocumentMap mapStyleUrl={mapStyleUrl} reach={await pageReach()} />
        <PageWords of={["appShell", "onboarding"]}>
          <SignedInFrame viewer={{ name, email, organizationName, role }} permissions={permissions}>
            <NuqsAdapter>
              <ProjectCustoms initial={initial} customs={customs}>
                <SetupGate>{children}</SetupGate>
              </ProjectCustoms>
            </NuqsAdapter>
          </SignedInFrame>
        </PageWords>
      </PreferencesProvider>
    </ServerStateProvider>
  );
}
