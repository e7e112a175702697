import "server-only";
import { findAwaitedEmails } from "@/db/queries/consignment/consignments";
import type { CommandScope } from "../kernel/command";

/** Whoever has just come to drive under these addresses gets what waits for them. */
export async function askForPlacing(
  { tx, actor, enqueue }: Pick<CommandScope<unknown>, "tx" | "actor" | "enqueue">,
  drivers: readonly { readonly email?: string; readonly status?: string }[],
): Promise<void> {
  const emails = drivers.flatMap(({ email = "", status = "active" }) => (email && status === "active" ? [email] : []));
  for (const email of await findAwaitedEmails(tx, actor.organizationId, emails)) {
    await enqueue("place-consignments", { email });
  }
}
