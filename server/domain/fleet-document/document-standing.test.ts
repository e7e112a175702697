import { expect, test } from "vitest";
import { documentStanding, type Paper, papersToRenew } from "./document-standing";

const TODAY = "2026-03-10";
const paper = (kind: string, expiresOn: string | null, title = ""): Paper => ({ kind, title, expiresOn });

test("a paper is good on its last day, and is warned of for thirty days before", () => {
  expect(documentStanding("2026-03-09", TODAY)).toBe("expired");
  expect(documentStanding("2026-03-10", TODAY)).toBe("expiring");
  expect(documentStanding("2026-04-09", TODAY)).toBe("expiring");
  expect(documentStanding("2026-04-10", TODAY)).toBe("valid");
  expect(documentStanding(null, TODAY)).toBe("valid");
});

test("the paper of a kind that is good longest counts, the earliest to renew comes first", () => {
  const papers = [
    paper("license", "2026-01-01"),
    paper("license", "2031-01-01"),
    paper("insurance", "2026-03-20"),
    paper("id", "2026-02-01"),
  ];
  expect(papersToRenew(papers, TODAY)).toMatchObject([
    { kind: "id", standing: "expired" },
    { kind: "insurance", standing: "expiring" },
  ]);
  expect(papersToRenew([paper("id", "2020-01-01"), paper("id", null)], TODAY)).toEqual([]);
});

test("other papers are told apart by what they are called", () => {
  const papers = [paper("other", "2026-01-01", "ADR"), paper("other", "2031-01-01", "Forklift")];
  expect(papersToRenew(papers, TODAY)).toMatchObject([{ title: "ADR", standing: "expired" }]);
  expect(papersToRenew([...papers, paper("other", "2030-01-01", "adr ")], TODAY)).toEqual([]);
});
