"use client";
import { organizationClient, twoFactorClient } from "better-auth/client/plugins";
import { createAuthClient } from "better-auth/react";

/** People's sessions. Its endpoints are at /api/auth of the origin the page came from. */
export const authClient = createAuthClient({ plugins: [organizationClient(), twoFactorClient()] });
