import { describe, expect, it } from "vitest";
import { isSingleCharacterHotkey, type KeyStroke, matchesHotkey } from "@/components/lib/hotkey-match";

function stroke(key: string, held: Partial<KeyStroke> = {}): KeyStroke {
  return { key, code: "", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe("matchesHotkey", () => {
  it("takes Mod for Ctrl on PCs and for ⌘ on Apple, and not the other way round", () => {
    expect(matchesHotkey("Mod+K", stroke("k", { ctrlKey: true }), false)).toBe(true);
    expect(matchesHotkey("Mod+K", stroke("k", { metaKey: true }), false)).toBe(false);
    expect(matchesHotkey("Mod+K", stroke("k", { metaKey: true }), true)).toBe(true);
    expect(matchesHotkey("Mod+K", stroke("k", { ctrlKey: true }), true)).toBe(false);
    expect(matchesHotkey("Mod+K", stroke("k"), false)).toBe(false);
  });

  it("does not take a letter with a modifier for the bare letter", () => {
    expect(matchesHotkey("m", stroke("m"), false)).toBe(true);
    expect(matchesHotkey("m", stroke("m", { ctrlKey: true }), false)).toBe(false);
    expect(matchesHotkey("m", stroke("m", { metaKey: true }), true)).toBe(false);
    expect(matchesHotkey("m", stroke("m", { altKey: true }), false)).toBe(false);
    expect(matchesHotkey("m", stroke("M", { shiftKey: true }), false)).toBe(false);
  });

  it("tells undo from redo", () => {
    const redo = stroke("Z", { ctrlKey: true, shiftKey: true });
    expect(matchesHotkey("Mod+Z", redo, false)).toBe(false);
    expect(matchesHotkey("Mod+Shift+Z", redo, false)).toBe(true);
    expect(matchesHotkey("Shift+J", stroke("J", { shiftKey: true }), false)).toBe(true);
  });

  it("takes punctuation with or without Shift, as layouts differ", () => {
    expect(matchesHotkey("?", stroke("?", { shiftKey: true }), false)).toBe(true);
    expect(matchesHotkey("[", stroke("["), false)).toBe(true);
    expect(matchesHotkey("Mod++", stroke("+", { ctrlKey: true, shiftKey: true }), false)).toBe(true);
  });

  it("knows Alt by the key's place, since Alt types another character", () => {
    expect(matchesHotkey("Alt+L", stroke("¬", { altKey: true, code: "KeyL" }), true)).toBe(true);
    expect(matchesHotkey("Alt+ArrowUp", stroke("ArrowUp", { altKey: true }), false)).toBe(true);
  });

  it("keeps Control apart from Mod on Apple", () => {
    expect(matchesHotkey("Control+G", stroke("g", { ctrlKey: true }), true)).toBe(true);
    expect(matchesHotkey("Control+G", stroke("g", { metaKey: true }), true)).toBe(false);
    expect(matchesHotkey("Control+G", stroke("g", { ctrlKey: true }), false)).toBe(true);
    expect(matchesHotkey("Control+G", stroke("g"), false)).toBe(false);
  });
});

it("knows which hotkeys can be switched off", () => {
  expect(["m", "Shift+J", "[", "?", "1"].every(isSingleCharacterHotkey)).toBe(true);
  expect(["Mod+K", "Alt+L", "Escape", "Space", "Enter", "ArrowDown"].some(isSingleCharacterHotkey)).toBe(false);
});
