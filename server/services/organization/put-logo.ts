import "server-only";
import { findLogoOf } from "@/db/queries/organization/logos";
import { makeProfile, updateProfile } from "@/db/queries/organization/organization-profile";
import { updateProject } from "@/db/queries/project/save-project";
import type { Logo } from "@/server/domain/brand/logo";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { CommandScope } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Puts a logo in the place of an organization's or a project's own, and has the files of the one before deleted. */
export async function putLogo(
  { tx, actor: { organizationId }, now, enqueue }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "enqueue">,
  projectId: string | undefined,
  next: { readonly logo: Logo | null; readonly logoToken: string | null },
): Promise<DomainEvent> {
  if (!projectId) await makeProfile(tx, organizationId, now);
  const { logo: before } = found(await findLogoOf(tx, organizationId, projectId), "project");
  const set = { ...next, updatedAt: now };
  if (projectId) await updateProject(tx, organizationId, projectId, set);
  else await updateProfile(tx, organizationId, set);
  if (before) await enqueue("drop-logo", { logo: before });
  const change = { before: { logo: before }, after: { logo: next.logo } };
  return projectId
    ? { type: "project.changed", entity: "project", entityId: projectId, ...change }
    : { type: "organization.logo-changed", entity: "organization", entityId: organizationId, ...change };
}
