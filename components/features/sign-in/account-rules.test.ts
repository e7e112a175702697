import { expect, it } from "vitest";
import { emailProblem, newPasswordProblem, organizationSlug } from "@/components/features/sign-in/account-rules";
import { wordsFor } from "@/components/messages/testing/words-for";

const t = wordsFor("signIn");

it("takes any address with a name and a host, and says what is missing otherwise", () => {
  expect(emailProblem(t, "ana@depot.example")).toBeUndefined();
  expect(emailProblem(t, "ana@intranet")).toBeUndefined();
  expect(emailProblem(t, "")).toMatch(/Enter/);
  expect(emailProblem(t, "ana@")).toMatch(/whole/);
  expect(emailProblem(t, "ana depot@x.example")).toMatch(/whole/);
});

it("counts characters as people do", () => {
  expect(newPasswordProblem(t, "123456789")).toMatch(/this has 9/);
  expect(newPasswordProblem(t, "1234567890")).toBeUndefined();
  expect(newPasswordProblem(t, "🚚".repeat(9))).toMatch(/this has 9/);
  expect(newPasswordProblem(t, "x".repeat(129))).toMatch(/128/);
});

it.each([
  ["Müller & Søn A/S", "muller-son-a-s"],
  ["  Eixample  Repartiments ", "eixample-repartiments"],
  ["東京配送", "organization"],
])("%s → %s", (name, slug) => {
  expect(organizationSlug(name)).toBe(slug);
});
