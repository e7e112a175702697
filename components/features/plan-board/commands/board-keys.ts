/**
 * The board's keys by command: the one place where they are decided. `board-keys.test.ts` holds this against the
 * keyboard map that people were promised, and says which of its keys other parts of the board bind.
 */
export const BOARD_KEYS = {
  "next-stop": "j",
  "previous-stop": "k",
  "extend-next": "Shift+J",
  "extend-previous": "Shift+K",
  "next-route": "]",
  "previous-route": "[",
  "toggle-stop": "Space",
  back: "Escape",
  fit: "f",
  lasso: "l",
  "move-to": "m",
  unassign: "u",
  earlier: "Alt+ArrowUp",
  later: "Alt+ArrowDown",
  lock: "x",
  "lock-position": "Shift+X",
  cut: "Mod+X",
  paste: "Mod+V",
  isolate: "i",
  "select-route-stops": "Mod+A",
  optimize: "o",
  timeline: "t",
  "go-to-time": "g",
  "mode-plan": "1",
  "mode-live": "2",
  "mode-review": "3",
  undo: "Mod+Z",
  redo: "Mod+Shift+Z",
} as const;
