export const appShell = {
  nav: "Main",
} as const;
