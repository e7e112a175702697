/** The first web address in a message's text, without the full stop or bracket that ends its sentence. */
export function findLink(text: string): string | null {
  const found = /https?:\/\/[^\s<>"]+/.exec(text)?.[0];
  return found?.replace(/[).,;:!?\]]+$/, "") ?? null;
}
