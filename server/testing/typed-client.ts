import createClient, { type Client } from "openapi-fetch";
import type { Dialect } from "@/server/api/kernel/dialect";
import type { ApiClient } from "./api-client";

/**
 * A client as anybody would generate it from a dialect's document: what it sends and is answered is typed by `Paths`, the
 * dialect's `document-types`, and checked as well while it runs, for its requests go the way of `ApiClient.send`.
 */
export function typedClient<Paths extends object>(
  { basePath }: Dialect,
  { send, secret }: ApiClient,
  token = secret,
): Client<Paths, "application/json"> {
  const headers = { authorization: `Bearer ${token}` };
  return createClient<Paths, "application/json">({ baseUrl: `http://dray.test${basePath}`, headers, fetch: send });
}

/** What a request that has to succeed is answered; throws with what it was refused with. */
export async function got<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked;
  if (!response.ok || data === undefined) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
  return data;
}
