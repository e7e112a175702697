import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { type Permission, permissionsOf } from "@/server/domain/access/permissions";
import { mayChangeMember, roleLabel, rolesToGive } from "./role-words";

const as = (role: string, permissions: readonly Permission[] = permissionsOf(role)) => ({ role, permissions });
const packer = as("packer", ["order.read"]);
const gate = as("gate", ["members.manage", "order.read"]);
const own = [packer, gate];

test("owners are made and changed by owners only", () => {
  expect(rolesToGive(as("owner"), own)).toContain("owner");
  expect(rolesToGive(as("admin"), own)).not.toContain("owner");
  expect(mayChangeMember(as("admin"), "owner", own)).toBe(false);
  expect(mayChangeMember(as("owner"), "owner", own)).toBe(true);
  expect(mayChangeMember(as("admin"), "dispatcher", own)).toBe(true);
  expect(mayChangeMember(as("dispatcher"), "viewer", own)).toBe(false);
});

test("roles of one’s own are given like those there always are, and nobody gives more than they have", () => {
  expect(rolesToGive(as("admin"), own).slice(-2)).toEqual(["packer", "gate"]);
  expect(rolesToGive(gate, own)).toEqual(["packer", "gate"]);
  expect(mayChangeMember(gate, "packer", own)).toBe(true);
  expect(mayChangeMember(gate, "viewer", own)).toBe(false);
  expect(mayChangeMember(gate, "a role that is gone", own)).toBe(true);
});

test("a word that is no role is shown as it is", () => {
  expect(roleLabel(wordsFor("settings"), "dispatcher")).toBe("Dispatcher");
  expect(roleLabel(wordsFor("settings"), "member")).toBe("member");
});
