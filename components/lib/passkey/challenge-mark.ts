const KEY = "dray-passkey-challenge";
let own = "";

/** Says to the browser's other tabs that this one asks for a challenge: the cookie keeps one for all of them. */
export function markChallenge(): void {
  own = String(Math.random());
  try {
    localStorage.setItem(KEY, own);
  } catch {
    own = "";
    // A browser that keeps nothing: each tab believes its challenge until it is too old.
  }
}

/** Whether no other tab has asked since. */
export function isOwnChallenge(): boolean {
  try {
    return own === "" || localStorage.getItem(KEY) === own;
  } catch {
    return true;
  }
}
