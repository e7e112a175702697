"use client";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import { type PasskeyHindrance, passkeyHindrance } from "./passkey-hindrance";

const BaseUrlContext = createContext<string | null>(null);

/** Tells the components below for which address passkeys are made here. */
export function PasskeySite({ baseUrl, children }: { baseUrl: string; children: ReactNode }) {
  return <BaseUrlContext value={baseUrl}>{children}</BaseUrlContext>;
}

/** Why this browser, at this address, can use no passkey; null where it can. Throws outside a `PasskeySite`. */
export function usePasskeyHindrance(): PasskeyHindrance | null {
  const baseUrl = useContext(BaseUrlContext);
  if (baseUrl === null) throw new Error("a page with passkeys stands in a PasskeySite");
  const look = () => passkeyHindrance({ baseUrl, origin: window.location.origin, isKnown: browserSupportsWebAuthn() });
  return useSyncExternalStore(never, look, () => null);
}

const never = () => () => undefined;
