import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { sendManifest } from "@/server/services/partner/send-manifest";

/** Mails a partner what has been handed over to him since the last list. */
export async function sendManifestJob(
  services: ServiceContext,
  { partnerId }: Pick<JobPayload<"send-manifest">, "partnerId">,
): Promise<void> {
  await sendManifest(services, { partnerId });
}
