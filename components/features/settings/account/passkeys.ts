/** A passkey as the server lists it to its person. */
export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly deviceType: string;
  readonly transports?: string | null;
  readonly createdAt?: string | Date | null;
  readonly lastUsedAt?: string | Date | null;
}

export type PasskeyAct = { readonly kind: "add" } | { readonly kind: "rename" | "remove"; readonly passkey: Passkey };

/** On what it is kept, as far as it says: a stick of its own, one device, or all devices of an account. */
export function passkeyKind({ deviceType, transports }: Pick<Passkey, "deviceType" | "transports">) {
  const ways = (transports ?? "").split(",");
  if (deviceType === "multiDevice") return "synced";
  return ways.includes("usb") || ways.includes("nfc") ? "stick" : "device";
}
