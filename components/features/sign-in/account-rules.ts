export const passwordMinLength = 10;
const passwordMaxLength = 128;

export function emailProblem(email: string): string | undefined {
  if (!email) return "Enter your e-mail address.";
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return "This is not a whole e-mail address: name@company.com.";
}

export function newPasswordProblem(password: string): string | undefined {
  const length = [...password].length;
  if (length < passwordMinLength) return `Use at least ${passwordMinLength} characters; this has ${length}.`;
  if (length > passwordMaxLength) return `Use at most ${passwordMaxLength} characters.`;
}

/** An organization's short name for addresses: "Müller & Søn A/S" → "muller-son-a-s". */
export function organizationSlug(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ø/g, "o").replace(/ß/g, "ss");
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replace(/^-+|-+$/g, "");
  return slug || "organization";
}
