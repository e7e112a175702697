import { describe, expect, test } from "vitest";
import { sniffFile } from "./sniff-file";
import { isTypeOfKind, MAX_UPLOAD_BYTES, uploadFault } from "./upload";

const text = (value: string) => new TextEncoder().encode(value);

describe("a file's first bytes", () => {
  test.each([
    ["image/png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ["image/jpeg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
    ["application/pdf", text("%PDF-1.7\n")],
    ["application/zip", new Uint8Array([0x50, 0x4b, 3, 4])],
    ["text/html", text("\n <!DOCTYPE html>")],
    ["text/html", text("<svg onload=alert(1)>")],
    ["video/mp4", text("\0\0\0 ftypisom")],
  ])("say %s", (type, bytes) => {
    expect(sniffFile(bytes)).toBe(type);
  });

  test("say nothing of bytes that could be anything", () => {
    expect(sniffFile(text("four score and seven"))).toBeUndefined();
    expect(sniffFile(new Uint8Array())).toBeUndefined();
  });
});

describe("what came for an announced file", () => {
  const announced = { contentType: "image/png", announcedBytes: 10, announcedSha256: "a" };
  const arrived = { bytes: 10, sha256: "a", sniffed: "image/png" };
  test.each([
    [null, {}],
    [null, { sniffed: undefined }],
    ["length", { bytes: 9 }],
    ["hash", { sha256: "b" }],
    ["type", { sniffed: "image/jpeg" }],
    ["too-large", { bytes: MAX_UPLOAD_BYTES + 1 }],
  ] as const)("is wrong by %s", (fault, over) => {
    expect(uploadFault(announced, { ...arrived, ...over })).toBe(fault);
  });

  test("is never nothing, and of a length that was not said any", () => {
    const open = { ...announced, announcedBytes: null, announcedSha256: null };
    expect(uploadFault(open, { ...arrived, bytes: 0 })).toBe("length");
    expect(uploadFault(open, { ...arrived, bytes: 3, sha256: "c" })).toBeNull();
  });

  test("is a paper where it is a PDF", () => {
    expect(isTypeOfKind("photo", "application/pdf")).toBe(false);
    expect(isTypeOfKind("document", "application/pdf")).toBe(true);
    expect(isTypeOfKind("license", "application/pdf")).toBe(true);
    expect(isTypeOfKind("photo", "text/html")).toBe(false);
  });
});
