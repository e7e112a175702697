import "server-only";
import type { Database } from "@/db/client";

/** Whether somebody has an account in this installation under an address that was proven to be his. Outside any tenant. */
export async function hasAccount({ raw }: Database, email: string): Promise<boolean> {
  const rows = await raw`select 1 from "user" where email = ${email.toLowerCase()} and email_verified`;
  return rows.length > 0;
}
