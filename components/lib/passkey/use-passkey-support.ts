"use client";
import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useSyncExternalStore } from "react";

/** Whether this browser, at this address, knows passkeys: not without HTTPS, but on the machine itself. */
export function usePasskeySupport(): boolean {
  return useSyncExternalStore(never, browserSupportsWebAuthn, () => true);
}

const never = () => () => undefined;
