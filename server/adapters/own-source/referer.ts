/** From where a map's parts are asked for, as browsers say it: keys of maps are often good for the pages of one site alone. */
export function refererOf(baseUrl: string): Record<string, string> {
  return { referer: `${new URL(baseUrl).origin}/` };
}
