/** What the auth client answers with. */
type Answer<Data> = { data: Data | null; error: { status?: number; code?: string; message?: string } | null };

/** Why an account or membership call was refused, in words for the person who made it. */
export class AuthRefusal extends Error {
  override readonly name = "AuthRefusal";
}

const MESSAGES: Readonly<Record<string, string>> = {
  INVALID_PASSWORD: "The current password is not right.",
  PASSWORD_TOO_SHORT: "Use at least 10 characters.",
  PASSWORD_TOO_LONG: "Use at most 128 characters.",
  SESSION_NOT_FRESH: "Sign in again, then repeat this.",
  USER_IS_ALREADY_A_MEMBER_OF_THIS_ORGANIZATION: "This person is a member already.",
  USER_IS_ALREADY_INVITED_TO_THIS_ORGANIZATION: "This person is invited already. Send the invitation again instead.",
  INVITATION_LIMIT_REACHED: "There are too many open invitations. Take some back first.",
  ORGANIZATION_MEMBERSHIP_LIMIT_REACHED: "The organization has as many members as it can have.",
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_AS_THE_ONLY_OWNER:
    "An organization needs an owner. Make somebody else owner first.",
  YOU_CANNOT_LEAVE_THE_ORGANIZATION_WITHOUT_AN_OWNER: "An organization needs an owner. Make somebody else owner first.",
  YOU_ARE_NOT_ALLOWED_TO_UPDATE_THIS_MEMBER: "Your role does not allow changing this member.",
  YOU_ARE_NOT_ALLOWED_TO_DELETE_THIS_MEMBER: "Your role does not allow removing this member.",
  YOU_ARE_NOT_ALLOWED_TO_INVITE_USER_WITH_THIS_ROLE: "Your role does not allow inviting somebody with that role.",
  YOU_ARE_NOT_ALLOWED_TO_INVITE_USERS_TO_THIS_ORGANIZATION: "Your role does not allow inviting people.",
  MEMBER_NOT_FOUND: "This person is no longer a member.",
};

/** The answer's data; throws an `AuthRefusal` in words otherwise. */
export async function authCall<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await call;
  } catch {
    throw new AuthRefusal("The server cannot be reached. Nothing was changed; try again.");
  }
  if (answer.error) throw new AuthRefusal(explain(answer.error));
  return answer.data as Data;
}

function explain({ status, code, message }: NonNullable<Answer<unknown>["error"]>): string {
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  if (!status) return "The server cannot be reached. Nothing was changed; try again.";
  return MESSAGES[code ?? ""] ?? message ?? "That was refused, and the server did not say why.";
}

/** The words of whatever went wrong. */
export function authProblem(error: unknown): string {
  return error instanceof AuthRefusal ? error.message : "Something went wrong in this page.";
}
