import { expect, test } from "vitest";
import { accessOf, WHOLE_SCOPE } from "./member-scope";
import { permissionsOf } from "./permissions";

const lyon = { ...WHOLE_SCOPE, projectIds: ["lyon"] };

test("a limited member sees their projects, and loses what is the whole organization's", () => {
  const { permissions, reach } = accessOf("ops", null, lyon);
  expect(reach).toEqual({ projectIds: ["lyon"], depotIds: null });
  expect(permissions).toContain("plan.dispatch");
  expect(permissions).not.toContain("settings.write");
  expect(permissions).not.toContain("audit.read");
  expect(accessOf("ops", null, WHOLE_SCOPE)).toEqual({ permissions: permissionsOf("ops") });
});

test("whoever lets people in cannot be limited, by a role of the organization's own either", () => {
  expect(accessOf("owner", null, lyon)).toEqual({ permissions: permissionsOf("owner") });
  expect(accessOf("gate", ["members.manage", "order.read"], lyon).reach).toBeUndefined();
  expect(accessOf("packer", ["order.read"], lyon).reach).toEqual({ projectIds: ["lyon"], depotIds: null });
});

test("depots without their projects open nothing", () => {
  expect(accessOf("viewer", null, { ...WHOLE_SCOPE, depotIds: ["north"] }).reach).toEqual({
    projectIds: [],
    depotIds: ["north"],
  });
});

test("partners' people and drivers are somebody's, or may nothing", () => {
  const partner = { ...lyon, partnerId: "swift", driverId: "dan" };
  expect(accessOf("partner", null, partner)).toEqual({
    permissions: ["partner.own", "preference.own"],
    partnerId: "swift",
  });
  expect(accessOf("driver", null, partner)).toEqual({ permissions: ["run.own", "preference.own"], driverId: "dan" });
  expect(accessOf("partner", null, lyon)).toEqual({ permissions: ["preference.own"] });
  expect(accessOf("driver", null, WHOLE_SCOPE)).toEqual({ permissions: ["preference.own"] });
  // A role of the desk's that may act for partners is not thereby one of them.
  const agent = accessOf("agent", ["partner.read", "partner.act", "partner.own", "run.own"], partner);
  expect(agent.permissions).toEqual(["partner.read", "partner.act"]);
  expect(agent.partnerId).toBeUndefined();
  expect(accessOf("superuser", null, partner).permissions).toEqual([]);
});
