import { type AuthFailure, explainAuthFailure } from "@/components/features/sign-in/auth-failure";

type FetchOptions = { onError: (context: { response?: Response }) => void };
type Answer<Data> = { data: Data | null; error: { status?: number; code?: string } | null };

export type AuthOutcome<Data> = { ok: true; data: Data | null } | { ok: false; failure: AuthFailure };

/** Makes one call of the auth client and turns refusals, 429 and a dead network alike into one failure to show. */
export async function callAuth<Data>(
  call: (fetchOptions: FetchOptions) => Promise<Answer<Data>>,
): Promise<AuthOutcome<Data>> {
  let retryAfterSeconds: number | undefined;
  const onError: FetchOptions["onError"] = ({ response }) => {
    const header = response?.headers.get("X-Retry-After") ?? response?.headers.get("Retry-After");
    retryAfterSeconds = Number(header) || undefined;
  };
  try {
    const { data, error } = await call({ onError });
    if (!error) return { ok: true, data };
    return { ok: false, failure: explainAuthFailure({ status: error.status, code: error.code, retryAfterSeconds }) };
  } catch {
    return { ok: false, failure: explainAuthFailure({}) };
  }
}
