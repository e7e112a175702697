import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { API_SCOPES } from "./api-scopes";
import { presetOfScopes, SCOPE_PRESETS, scopesOfPreset } from "./scope-presets";

const offered = fc.subarray([...API_SCOPES]);

describe("presets of scopes", () => {
  test("give nothing that is not offered, and never the right to let others in", () => {
    fc.assert(
      fc.property(offered, fc.constantFrom(...SCOPE_PRESETS), (scopes, preset) => {
        const given = scopesOfPreset(preset, scopes);
        expect(given.every((scope) => scopes.includes(scope))).toBe(true);
        expect(given).not.toContain("keys:manage");
      }),
    );
  });

  test("are recognised by what they give, whatever its order", () => {
    fc.assert(
      fc.property(offered, fc.constantFrom(...SCOPE_PRESETS), (scopes, preset) => {
        const given = scopesOfPreset(preset, scopes);
        const found = presetOfScopes([...given].reverse(), scopes);
        expect(found && scopesOfPreset(found, scopes)).toEqual(given);
      }),
    );
  });

  test("for reports let nothing be changed, for a shop nothing but orders", () => {
    expect(scopesOfPreset("reporting", API_SCOPES).filter((scope) => !scope.endsWith(":read"))).toEqual([]);
    expect(scopesOfPreset("shop", API_SCOPES)).toEqual(["deliveries:read", "deliveries:write", "proofs:read"]);
    expect(presetOfScopes(["deliveries:write"], API_SCOPES)).toBeNull();
  });
});
