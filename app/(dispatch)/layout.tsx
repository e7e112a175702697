import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { SignedInFrame } from "@/components/features/app-shell/signed-in-frame";
import { SetupGate } from "@/components/features/onboarding/setup-gate";
import { ServerStateProvider } from "@/components/lib/trpc";
import { requireViewer } from "@/server/main/require-viewer";

/** Everything a signed-in person sees stands in this frame. */
export default async function DispatchLayout({ children }: { children: ReactNode }) {
  const { name, email, organizationName, role, permissions } = await requireViewer();
  return (
    <ServerStateProvider>
      <SignedInFrame viewer={{ name, email, organizationName, role }} permissions={permissions}>
        <NuqsAdapter>
          <SetupGate>{children}</SetupGate>
        </NuqsAdapter>
      </SignedInFrame>
    </ServerStateProvider>
  );
}
