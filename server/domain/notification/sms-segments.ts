/** The GSM 03.38 alphabet: one unit each; those of its extension take two. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const EXTENSION = new Set("\f^{}\\[~]|€");

/** How many units fit into a message of its own, and into each of several. */
const ROOM = { "gsm-7": { single: 160, joined: 153 }, "ucs-2": { single: 70, joined: 67 } } as const;

export interface SmsSize {
  readonly encoding: keyof typeof ROOM;
  /** Septets or UTF-16 units. */
  readonly units: number;
  readonly segments: number;
  /** Characters for which the message cannot be written in GSM-7, each once. */
  readonly costly: readonly string[];
}

/** How a text message is sent and what it costs. A sign of two units is never cut in two. */
export function smsSize(text: string): SmsSize {
  const characters = [...text];
  const costly = [...new Set(characters.filter((each) => !BASIC.has(each) && !EXTENSION.has(each)))];
  const encoding = costly.length === 0 ? "gsm-7" : "ucs-2";
  const sizes = characters.map((each) => (encoding === "ucs-2" ? each.length : EXTENSION.has(each) ? 2 : 1));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { single, joined } = ROOM[encoding];
  if (units <= single) return { encoding, units, segments: units === 0 ? 0 : 1, costly };
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > joined) {
      segments += 1;
      filled = 0;
    }
    filled += size;
  }
  return { encoding, units, segments, costly };
}
