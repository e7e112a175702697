/** The parts of a KeyboardEvent that decide a hotkey. */
export type KeyStroke = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

type Chord = { key: string; mod: boolean; control: boolean; alt: boolean; shift: boolean };

const spelled: Record<string, string> = { Space: " ", Esc: "Escape", Plus: "+" };

/** "Mod+Shift+Z", "Alt+ArrowUp", "[", "?", "Space". Mod is ⌘ on Apple, Ctrl elsewhere. */
function parseHotkey(keys: string): Chord {
  const parts = keys.endsWith("+") ? [...keys.slice(0, -1).split("+"), "Plus"] : keys.split("+");
  const last = parts[parts.length - 1]!;
  return {
    key: spelled[last] ?? last,
    mod: parts.includes("Mod"),
    control: parts.includes("Control"),
    alt: parts.includes("Alt"),
    shift: parts.includes("Shift"),
  };
}

/**
 * Letters and digits are also matched by their place on the keyboard when Alt is held, because Alt types another
 * character on Apple keyboards. Shift is ignored for punctuation: "?" needs it on some layouts and not on others.
 */
export function matchesHotkey(keys: string, stroke: KeyStroke, apple: boolean): boolean {
  const chord = parseHotkey(keys);
  const wantsCtrl = chord.control || (chord.mod && !apple);
  const wantsMeta = chord.mod && apple;
  if (wantsCtrl !== stroke.ctrlKey || wantsMeta !== stroke.metaKey) return false;
  if (chord.alt !== stroke.altKey) return false;

  const isPunctuation = chord.key.length === 1 && !/[a-z0-9 ]/i.test(chord.key);
  if (!isPunctuation && chord.shift !== stroke.shiftKey) return false;

  if (stroke.key.toLowerCase() === chord.key.toLowerCase()) return true;
  if (!chord.alt) return false;
  return stroke.code === `Key${chord.key.toUpperCase()}` || stroke.code === `Digit${chord.key}`;
}

/** True for a hotkey that is one typed character: those a reader may switch off (WCAG 2.1.4). */
export function isSingleCharacterHotkey(keys: string): boolean {
  const chord = parseHotkey(keys);
  return chord.key.length === 1 && chord.key !== " " && !chord.mod && !chord.control && !chord.alt;
}
