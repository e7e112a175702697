import { expect, test } from "vitest";
import { mayInvite } from "./may-invite";
import { type Permission, permissionsOf } from "./permissions";

const builtIn = (role: string) => ({ role, permissions: permissionsOf(role) });
const own = (...permissions: Permission[]) => ({ role: "gate", permissions });

test("an invitation holds while its maker lets people in and may as much", () => {
  expect(mayInvite(builtIn("admin"), builtIn("dispatcher"))).toBe(true);
  expect(mayInvite(builtIn("admin"), builtIn("owner"))).toBe(false);
  expect(mayInvite(builtIn("owner"), builtIn("owner"))).toBe(true);
  expect(mayInvite(builtIn("ops"), builtIn("viewer"))).toBe(false);
  expect(mayInvite(own("members.manage", "order.read"), own("order.read"))).toBe(true);
  expect(mayInvite(own("members.manage", "order.read"), own("order.read", "order.write"))).toBe(false);
  expect(mayInvite(own("members.manage", "preference.own"), builtIn("driver"))).toBe(true);
  expect(mayInvite(builtIn("owner"), { role: "gone", permissions: [] })).toBe(false);
});
