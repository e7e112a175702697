import { describe, expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { conditionOf, daysLeft, kindOf, scopeGroups, scopeWords } from "./key-words";

const NOW = new Date("2026-03-02T10:00:00Z");
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const key = (revokedAt: Date | null, expiresAt: Date | null) => ({ revokedAt, expiresAt });

describe("a key", () => {
  test("is active, over or shut; shut counts before over", () => {
    expect(conditionOf(key(null, null), NOW)).toBe("active");
    expect(conditionOf(key(null, inDays(1)), NOW)).toBe("active");
    expect(conditionOf(key(null, NOW), NOW)).toBe("expired");
    expect(conditionOf(key(NOW, inDays(-1)), NOW)).toBe("shut");
  });

  test("says how many days are left when they are few", () => {
    expect(daysLeft(key(null, inDays(4.2)), NOW)).toBe(5);
    expect(daysLeft(key(null, inDays(14)), NOW)).toBe(14);
    for (const at of [null, inDays(15), inDays(-1)]) expect(daysLeft(key(null, at), NOW)).toBeNull();
    expect(daysLeft(key(NOW, inDays(3)), NOW)).toBeNull();
  });

  test("is of the sandbox, a partner’s, a client or a plain key", () => {
    const of = (part: object) => kindOf({ kind: "live", partnerId: null, isClient: false, ...part });
    expect([of({}), of({ isClient: true }), of({ partnerId: "p" }), of({ kind: "sandbox", isClient: true })]).toEqual([
      "key",
      "client",
      "partner",
      "sandbox",
    ]);
  });

  test("says what it may, by what that is about", () => {
    expect(scopeGroups(["plans:write", "deliveries:read", "deliveries:write"])).toEqual([
      { area: "deliveries", scopes: ["deliveries:read", "deliveries:write"] },
      { area: "plans", scopes: ["plans:write"] },
    ]);
    const said = scopeWords(wordsFor("settingsApiAccess"), ["deliveries:write", "deliveries:read", "audit:read"]);
    expect(said).toBe("Orders: read and change · Activity log: read");
  });
});
