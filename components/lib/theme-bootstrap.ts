export const themeStorageKey = "dray.theme";

/**
 * Inline script for the head: where the server knows no choice, sets the one stored in this browser before the first paint, so a dark desk never flashes white.
 * Storage can be refused (private windows); the system's theme then stands.
 */
export const themeBootstrap = `try{var r=document.documentElement,t=localStorage.getItem("${themeStorageKey}");if(!r.dataset.theme&&(t==="light"||t==="dark"))r.dataset.theme=t}catch{}`;
