const MARK = /\/track\/~([0-9a-f-]{36})/g;

/** Where a customer's link stands in a kept message: by the id of the link, which opens nothing. */
export function linkMark(baseUrl: string, linkId: string): string {
  return `${baseUrl}/track/~${linkId}`;
}

/** A kept message with its links as they open; `tokenFor` names the secret of a link. */
export function withLinks(text: string, tokenFor: (linkId: string) => string): string {
  return text.replace(MARK, (_, linkId: string) => `/track/${tokenFor(linkId)}`);
}
