import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { MemberScope } from "@/server/domain/access/member-scope";

/*
 * People and organizations, in the shape better-auth's drizzle adapter asks for. These tables are not tenant tables:
 * a person may belong to several organizations, and signing in happens before a tenant is known.
 */

const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const user = pgTable("user", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  twoFactorEnabled: boolean("two_factor_enabled").notNull().default(false),
  createdAt: at("created_at").notNull(),
  updatedAt: at("updated_at").notNull(),
});

/** What a person's second factor is made of; secret and backup codes are sealed by better-auth. */
export const twoFactor = pgTable(
  "two_factor",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    secret: text("secret").notNull(),
    backupCodes: text("backup_codes").notNull(),
    /** False until the first code has shown that the app has the secret. */
    verified: boolean("verified").notNull().default(true),
    failedVerificationCount: integer("failed_verification_count").notNull().default(0),
    lockedUntil: at("locked_until"),
    /** Ours: the half minute (since 1970) of the last code that was taken. It and those before it are taken no more. */
    lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
  },
  (table) => [
    // A person has one.
    uniqueIndex("two_factor_user_id").on(table.userId),
  ],
);

/** Keys kept by people's devices (WebAuthn): each opens its person's account by itself. */
export const passkey = pgTable(
  "passkey",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    name: text("name"),
    credentialID: text("credential_id").notNull(),
    publicKey: text("public_key").notNull(),
    /** How often the device says it has signed; one that does not count says 0. */
    counter: bigint("counter", { mode: "number" }).notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: boolean("backed_up").notNull(),
    transports: text("transports"),
    /** Which model of keeper it is, where it says so. */
    aaguid: text("aaguid"),
    createdAt: at("created_at"),
    /** Ours. */
    lastUsedAt: at("last_used_at"),
  },
  (table) => [
    // Whose it is, when somebody signs in: one person's only.
    uniqueIndex("passkey_credential_id").on(table.credentialID),
    // A person's passkeys.
    index("passkey_user_id").on(table.userId),
  ],
);

/** Tries to sign in that failed, by what they have in common (an account, a device of it, an address), as a keyed hash. */
export const signInTries = pgTable(
  "sign_in_tries",
  {
    key: text("key").primaryKey(),
    failures: integer("failures").notNull(),
    /** Until then whoever tries is told to wait, and nothing is looked at. */
    heldUntil: at("held_until").notNull(),
    lastTryAt: at("last_try_at").notNull(),
  },
  (table) => [
    // What is a day old is put away.
    index("sign_in_tries_last_try").on(table.lastTryAt),
  ],
);

export const session = pgTable(
  "session",
  {
    id: uuid("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    expiresAt: at("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    activeOrganizationId: uuid("active_organization_id"),
    /** Ours: password, code, backup-code or passkey; null: from before it was kept. */
    signedInBy: text("signed_in_by"),
    /** Ours: the passkey that was shown in it, which counts as the second step. */
    passkeyId: uuid("passkey_id").references(() => passkey.id, { onDelete: "set null" }),
    /** Ours: when its person last showed that it is him, by all that his account asks for. */
    confirmedAt: at("confirmed_at"),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    // A person's sessions, to list and revoke them.
    index("session_user_id").on(table.userId),
    // What a passkey that is removed has opened.
    index("session_passkey_id").on(table.passkeyId),
  ],
);

export const account = pgTable(
  "account",
  {
    id: uuid("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: at("access_token_expires_at"),
    refreshTokenExpiresAt: at("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    // A person's ways to sign in.
    index("account_user_id").on(table.userId),
  ],
);

export const verification = pgTable(
  "verification",
  {
    id: uuid("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: at("expires_at").notNull(),
    createdAt: at("created_at").notNull(),
    updatedAt: at("updated_at").notNull(),
  },
  (table) => [
    // A reset link's lookup.
    index("verification_identifier").on(table.identifier),
  ],
);

export const organization = pgTable("organization", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  slug: text("slug").notNull().unique(),
  logo: text("logo"),
  metadata: text("metadata"),
  /** Ours: who has no second factor can do nothing here but set one up. */
  requiresSecondFactor: boolean("requires_second_factor").notNull().default(false),
  createdAt: at("created_at").notNull(),
});

export const member = pgTable(
  "member",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role").notNull(),
    createdAt: at("created_at").notNull(),
  },
  (table) => [
    // A person belongs to an organization once.
    uniqueIndex("member_organization_user").on(table.organizationId, table.userId),
    // The organizations of the person who signs in.
    index("member_user_id").on(table.userId),
  ],
);

export const invitation = pgTable(
  "invitation",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organization.id, { onDelete: "cascade" }),
    email: text("email").notNull(),
    role: text("role"),
    status: text("status").notNull(),
    expiresAt: at("expires_at").notNull(),
    createdAt: at("created_at").notNull(),
    inviterId: uuid("inviter_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    /** What whoever accepts it is let in to; null: all. */
    scope: jsonb("scope").$type<MemberScope>(),
  },
  (table) => [
    // Open invitations of an organization.
    index("invitation_organization_id").on(table.organizationId),
  ],
);
