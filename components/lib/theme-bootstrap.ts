export const themeStorageKey = "dray.theme";

/**
 * Inline script for the head: sets the reader's stored choice before the first paint, so a dark desk never flashes white.
 * Storage can be refused (private windows); the system's theme then stands.
 */
export const themeBootstrap = `try{var t=localStorage.getItem("${themeStorageKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}`;
