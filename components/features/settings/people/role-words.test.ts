import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { mayChangeMember, roleLabel, rolesToGive } from "./role-words";

test("owners are made and changed by owners only", () => {
  expect(rolesToGive("owner")).toContain("owner");
  expect(rolesToGive("admin")).not.toContain("owner");
  expect(mayChangeMember("admin", "owner")).toBe(false);
  expect(mayChangeMember("owner", "owner")).toBe(true);
  expect(mayChangeMember("admin", "dispatcher")).toBe(true);
  expect(mayChangeMember("dispatcher", "viewer")).toBe(false);
});

test("a word that is no role is shown as it is", () => {
  expect(roleLabel(wordsFor("settings"), "dispatcher")).toBe("Dispatcher");
  expect(roleLabel(wordsFor("settings"), "member")).toBe("member");
});
