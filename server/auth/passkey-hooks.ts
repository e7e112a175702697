import "server-only";
import { APIError, getSessionFromCtx } from "better-auth/api";
import {
  endSessionsOfGonePasskeys,
  endSessionsOfPasskey,
  findPasskeyByCredential,
  hasPassword,
  listPasskeys,
  markPasskeyUsed,
  type OwnPasskey,
  showPasskeyInSession,
} from "@/db/queries/access/passkeys";
import type { AuthSettings } from "./auth-settings";
import type { AuthCall } from "./guard-hooks";
import { noteOfPerson } from "./note-in-log";
import { VERIFY_PASSKEY } from "./session-hooks";
import { writeLater } from "./write-to-person";

const BEGIN_ADDING = "/passkey/generate-register-options";
const ADD = "/passkey/verify-registration";
const BEGIN_SIGN_IN = "/passkey/generate-authenticate-options";
const RENAME = "/passkey/update-passkey";
const REMOVE = "/passkey/delete-passkey";
/** For so long after signing in, or confirming, nobody is asked again who he is. */
const CONFIRMED_SECONDS = 600;
const MOST_PASSKEYS = 20;
const MOST_NAME_SIGNS = 60;

/** What is ours around passkeys: who may add and remove them, and what log, person and his other sessions are told. */
export function passkeyHooks(settings: AuthSettings) {
  const removing = new WeakMap<Request, OwnPasskey>();
  return {
    before: async (call: AuthCall) => {
      if (call.path === BEGIN_ADDING || call.path === REMOVE) await askWhoIsThere(settings, call);
      if (call.path === BEGIN_ADDING) await refuseTooMany(settings, call);
      if (call.path === REMOVE) {
        const passkey = await openRemoval(settings, call);
        if (passkey && call.request) removing.set(call.request, passkey);
      }
      if (call.path === ADD || call.path === RENAME) refuseLongName(call);
      // A session is begun by signing in.
      if (call.path === ADD) return { context: { body: { ...call.body, createSession: false } } };
    },

    /** The answer, where it is not the plugin's own. */
    after: async (call: AuthCall) => {
      const { returned } = call.context;
      if (returned instanceof APIError) return;
      if (call.path === BEGIN_SIGN_IN) return call.json({ ...(returned as object), userVerification: "required" });
      if (call.path === VERIFY_PASSKEY) await noteUse(settings, call);
      if (call.path === ADD) await noteAdded(settings, call, returned as OwnPasskey);
      if (call.path === RENAME) await note(settings, call, "renamed", String(call.body?.name ?? "").trim());
      const removed = call.path === REMOVE && call.request && removing.get(call.request);
      if (removed) await noteRemoved(settings, call, removed);
    },
  };
}

/** Who only has a session is not enough: it may be a stolen one. */
async function askWhoIsThere({ clock }: AuthSettings, call: AuthCall): Promise<void> {
  const session = await getSessionFromCtx(call);
  if (!session) return;
  const confirmedAt: unknown = session.session.confirmedAt;
  const age = confirmedAt ? clock.now().getTime() - new Date(confirmedAt as string | Date).getTime() : Number.NaN;
  if (age <= CONFIRMED_SECONDS * 1000) return;
  throw new APIError("FORBIDDEN", { code: "CONFIRM_FIRST", message: "Show once more that it is you." });
}

async function refuseTooMany({ database }: AuthSettings, call: AuthCall): Promise<void> {
  const session = await getSessionFromCtx(call);
  if (!session || (await listPasskeys(database, session.user.id)).length < MOST_PASSKEYS) return;
  throw new APIError("BAD_REQUEST", { code: "TOO_MANY_PASSKEYS", message: "There are too many passkeys." });
}

function refuseLongName(call: AuthCall): void {
  if (String(call.body?.name ?? "").trim().length <= MOST_NAME_SIGNS) return;
  throw new APIError("BAD_REQUEST", { code: "NAME_TOO_LONG", message: "The name is too long." });
}

/** A passkey of one's own, whose sessions elsewhere end; the last way in stays. */
async function openRemoval({ database }: AuthSettings, call: AuthCall): Promise<OwnPasskey | undefined> {
  const session = await getSessionFromCtx(call);
  if (!session) return undefined;
  const own = await listPasskeys(database, session.user.id);
  const passkey = own.find(({ id }) => id === call.body?.id);
  if (!passkey) return undefined;
  if (own.length === 1 && !(await hasPassword(database, session.user.id))) {
    throw new APIError("BAD_REQUEST", { code: "LAST_WAY_IN", message: "Nothing else opens the account." });
  }
  await endSessionsOfPasskey(database, passkey.id, session.session.id);
  return passkey;
}

/** Signed in anew from within, the new session takes the old one's place. */
async function noteUse({ database, clock }: AuthSettings, call: AuthCall): Promise<void> {
  const passkey = await findPasskeyByCredential(database, String(call.body?.response?.id ?? ""));
  if (passkey) await markPasskeyUsed(database, passkey.id, clock.now());
  const before = await getSessionFromCtx(call);
  const now = call.context.newSession;
  if (!before || !now || before.user.id !== now.user.id || before.session.token === now.session.token) return;
  await call.context.internalAdapter.deleteSession(before.session.token);
}

/** Whoever has added it has shown it just now. */
async function noteAdded(settings: AuthSettings, call: AuthCall, { id, name }: OwnPasskey): Promise<void> {
  const session = await getSessionFromCtx(call);
  if (session) await showPasskeyInSession(settings.database, session.session.id, id);
  await tell(settings, call, "added", name ?? "");
}

/** Once more, now that it is gone: a sign-in by it may have come in between. */
async function noteRemoved(settings: AuthSettings, call: AuthCall, { name }: OwnPasskey): Promise<void> {
  const session = await getSessionFromCtx(call);
  if (session) await endSessionsOfGonePasskeys(settings.database, session.user.id, session.session.id);
  await tell(settings, call, "removed", name ?? "");
}

type Change = "added" | "removed";

async function note(settings: AuthSettings, call: AuthCall, change: Change | "renamed", passkey: string) {
  const session = await getSessionFromCtx(call);
  const data = { passkey };
  if (session) await noteOfPerson(settings, session.user.id, `member.passkey-${change}`, { byThemselves: true, data });
}

/** To the log, and to the person's mail: whoever did it may not have been him. */
async function tell(settings: AuthSettings, call: AuthCall, change: Change, passkey: string): Promise<void> {
  await note(settings, call, change, passkey);
  const person = (await getSessionFromCtx(call))?.user;
  if (!person) return;
  const link = `${settings.baseUrl}/settings/account`;
  writeLater(settings, person, (words) => words.passkeyChanged({ name: person.name, passkey, change, link }));
}
