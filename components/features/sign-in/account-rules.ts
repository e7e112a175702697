import type { Words } from "@/components/lib/words/words";

export const passwordMinLength = 10;
const passwordMaxLength = 128;

export function emailProblem(t: Words<"signIn">, email: string): string | undefined {
  if (!email) return t("enterEmail");
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return t("wrongEmail");
}

export function newPasswordProblem(t: Words<"signIn">, password: string): string | undefined {
  const length = [...password].length;
  if (length < passwordMinLength) return t("tooShort", { min: passwordMinLength, length });
  if (length > passwordMaxLength) return t("tooLong", { max: passwordMaxLength });
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
