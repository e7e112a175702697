import type { ShownCredential } from "@/server/api/kernel/dialect";

/** The one key this vendor's programs know, sent as `?key=`. */
export function credentialsOf({ secret }: { readonly secret: string }): readonly ShownCredential[] {
  return [{ label: "API key", value: secret, isSecret: true }];
}

/** One line that asks for what is new, and changes nothing. */
export function tryIt(baseUrl: string, [key]: readonly ShownCredential[]): string {
  return `curl '${baseUrl}/get_events?key=${key?.value ?? "AUTH_KEY"}&after_tag='`;
}
