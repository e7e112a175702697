import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { WHOLE_SCOPE } from "@/server/domain/access/member-scope";
import {
  isScopeWhole,
  type ScopeChoices,
  sayLimits,
  sayScope,
  scopeFor,
  toggleDepot,
  toggleProject,
} from "./scope-draft";

const choices: ScopeChoices = {
  projects: [
    { id: "l", name: "Lyon" },
    { id: "p", name: "Paris" },
  ],
  depots: [{ id: "n", name: "North", projectId: "p" }],
  partners: [{ id: "s", name: "Swift" }],
  drivers: [{ id: "d", name: "Dan" }],
};
const t = wordsFor("settingsScope");

test("a depot brings its project, and a project that is left takes its depots along", () => {
  const withDepot = toggleDepot(WHOLE_SCOPE, choices.depots[0]!);
  expect(withDepot).toEqual({ ...WHOLE_SCOPE, projectIds: ["p"], depotIds: ["n"] });
  expect(toggleDepot(withDepot, choices.depots[0]!)).toEqual({ ...WHOLE_SCOPE, projectIds: ["p"] });
  expect(toggleProject(withDepot, "p", choices)).toEqual(WHOLE_SCOPE);
});

test("a scope keeps what its role asks for, and says what is missing", () => {
  const all = { projectIds: ["l"], depotIds: [], partnerId: "s", driverId: "d" };
  expect(scopeFor("partner", all)).toEqual({ ...WHOLE_SCOPE, partnerId: "s" });
  expect(scopeFor("owner", all)).toEqual(WHOLE_SCOPE);
  expect(scopeFor("dispatcher", all)).toEqual({ ...WHOLE_SCOPE, projectIds: ["l"] });
  expect(isScopeWhole("driver", WHOLE_SCOPE)).toBe(false);
  expect(isScopeWhole("viewer", WHOLE_SCOPE)).toBe(true);
});

test("what somebody sees is said by name", () => {
  const lyon = { ...WHOLE_SCOPE, projectIds: ["l"] };
  expect(sayScope(t, "dispatcher", lyon, choices)).toBe("Lyon");
  expect(sayScope(t, "dispatcher", WHOLE_SCOPE, choices)).toBe("everything");
  expect(sayScope(t, "admin", lyon, choices)).toBe("everything");
  expect(sayScope(t, "partner", { ...WHOLE_SCOPE, partnerId: "s" }, choices)).toBe("Swift");
  expect(sayScope(t, "partner", { ...WHOLE_SCOPE, partnerId: "gone" }, choices)).toBeNull();
  expect(sayScope(t, "viewer", { ...WHOLE_SCOPE, projectIds: ["gone"] }, choices)).toBe("nothing");
  expect(sayScope(t, "viewer", { ...WHOLE_SCOPE, projectIds: ["p"], depotIds: ["n"] }, choices)).toBe("Paris: North");
});

test("of an invitation it is said what it lets in to, where that is not everything", () => {
  const paris = { ...WHOLE_SCOPE, projectIds: ["p"], depotIds: ["n"] };
  expect(sayLimits(t, "packer", paris, choices)).toBe("Sees Paris: North");
  expect(sayLimits(t, "driver", { ...WHOLE_SCOPE, driverId: "d" }, choices)).toBe("Sees Dan");
  expect(sayLimits(t, "driver", { ...WHOLE_SCOPE, driverId: "gone" }, choices)).toBe("No driver chosen: sees nothing");
  expect(sayLimits(t, "dispatcher", WHOLE_SCOPE, choices)).toBeNull();
  expect(sayLimits(t, "admin", WHOLE_SCOPE, choices)).toBeNull();
});
