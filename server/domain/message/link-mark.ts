const MARK = /\/track\/~([0-9a-f-]{36})/g;

/** Where a customer's link stands in a kept message: by the id of the link, which opens nothing. */
export function linkMark(baseUrl: string, linkId: string): string {
  return `${baseUrl}/track/~${linkId}`;
}

/**
 * A kept message with its own link as it opens, `token` being what the link's page is asked with. Marks of anything else
 * stay as they are: whoever may name an order or its recipient could type one, and would be told a secret of that id.
 */
export function withLinks(text: string, linkId: string | null, token: string): string {
  return text.replace(MARK, (mark, id: string) => (id === linkId ? `/track/${token}` : mark));
}
