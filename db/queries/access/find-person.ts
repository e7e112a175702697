import "server-only";
import type { Database } from "@/db/client";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The account of this address (lower case), in whichever organization. */
export async function findPersonByEmail({ raw }: Database, email: string): Promise<Person | undefined> {
  const [row] = await raw<Person[]>`select id, name, email from "user" where email = ${email}`;
  return row;
}

/** The person's places, one for each organization. */
export async function listMemberships({ raw }: Database, userId: string) {
  return raw<{ id: string; organizationId: string; name: string }[]>`
    select m.id, m.organization_id as "organizationId", u.name
    from member m join "user" u on u.id = m.user_id where m.user_id = ${userId}`;
}
