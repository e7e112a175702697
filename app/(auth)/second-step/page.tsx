import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { NeededSecondStep } from "@/components/features/sign-in/needed-second-step";
import { deviceName } from "@/components/lib/device-name";
import { isOutsideRole } from "@/server/domain/access/permissions";
import { pageContainer } from "@/server/main/container";
import { PageWords, pageWords } from "../../page-words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await pageWords("pages");
  return { title: t("title.secondStep") };
}

/** The one page for a member without the second step that his organization asks for. */
export default async function NeededSecondStepPage() {
  const asked = await headers();
  const viewer = await pageContainer().viewer(asked);
  if (!viewer) redirect("/sign-in");
  if (!viewer.lacksSecondFactor) redirect("/plan");
  return (
    <PageWords of={["secondStep", "passkey"]}>
      <NeededSecondStep
        email={viewer.email}
        organizationName={viewer.organizationName}
        mayShowPasskey={viewer.mayShowPasskey ?? false}
        deviceName={deviceName(await pageWords("settings"), asked.get("user-agent"))}
        isOutsider={isOutsideRole(viewer.role)}
      />
    </PageWords>
  );
}
