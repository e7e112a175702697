import { organizationSlug } from "@/components/features/sign-in/account-rules";
import type { AuthFailure } from "@/components/features/sign-in/auth-failure";
import { callAuth } from "@/components/features/sign-in/call-auth";
import { authClient } from "@/components/lib/auth-client";

export type Registration = { name: string; email: string; password: string; organizationName: string };

/** What has been done, kept between attempts: an account that exists is not made twice when the next step failed. */
export type RegistrationProgress = { accountMade: boolean };

async function makeOrganization(name: string) {
  const slug = organizationSlug(name);
  const first = await callAuth((fetchOptions) => authClient.organization.create({ name, slug, fetchOptions }));
  if (first.ok || first.failure.reason !== "name-taken") return first;
  // Two firms may bear one name; only the short name must differ.
  const suffix = crypto.randomUUID().slice(0, 4);
  return callAuth((fetchOptions) => authClient.organization.create({ name, slug: `${slug}-${suffix}`, fetchOptions }));
}

/** Account, then organization, then the organization made the session's own. Null when all is done. */
export async function registerOrganization(
  { name, email, password, organizationName }: Registration,
  progress: RegistrationProgress,
): Promise<AuthFailure | null> {
  if (!progress.accountMade) {
    const account = await callAuth((fetchOptions) => authClient.signUp.email({ name, email, password, fetchOptions }));
    if (!account.ok) return account.failure;
    progress.accountMade = true;
  }
  const organization = await makeOrganization(organizationName);
  if (!organization.ok) return organization.failure;
  const active = await callAuth((fetchOptions) =>
    authClient.organization.setActive({ organizationId: organization.data?.id ?? null, fetchOptions }),
  );
  return active.ok ? null : active.failure;
}
