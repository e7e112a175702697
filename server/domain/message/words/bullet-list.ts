import type { NamedStops } from "../message-words";

/** A titled list in plain text, with a last line for those not named; empty when there are none. */
export function bulletList(title: string, { names, count }: NamedStops, more: (count: number) => string): string {
  if (count === 0) return "";
  const lines = names.map((name) => `- ${name}\n`).join("");
  const rest = count - names.length;
  return `${title}:\n${lines}${rest > 0 ? `${more(rest)}\n` : ""}\n`;
}
