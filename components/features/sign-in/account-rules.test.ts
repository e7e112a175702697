import { expect, it } from "vitest";
import { emailProblem, newPasswordProblem, organizationSlug } from "@/components/features/sign-in/account-rules";

it("takes any address with a name and a host, and says what is missing otherwise", () => {
  expect(emailProblem("ana@depot.example")).toBeUndefined();
  expect(emailProblem("ana@intranet")).toBeUndefined();
  expect(emailProblem("")).toMatch(/Enter/);
  expect(emailProblem("ana@")).toMatch(/whole/);
  expect(emailProblem("ana depot@x.example")).toMatch(/whole/);
});

it("counts characters as people do", () => {
  expect(newPasswordProblem("123456789")).toMatch(/this has 9/);
  expect(newPasswordProblem("1234567890")).toBeUndefined();
  expect(newPasswordProblem("🚚".repeat(9))).toMatch(/this has 9/);
  expect(newPasswordProblem("x".repeat(129))).toMatch(/128/);
});

it.each([
  ["Müller & Søn A/S", "muller-son-a-s"],
  ["  Eixample  Repartiments ", "eixample-repartiments"],
  ["東京配送", "organization"],
])("%s → %s", (name, slug) => {
  expect(organizationSlug(name)).toBe(slug);
});
