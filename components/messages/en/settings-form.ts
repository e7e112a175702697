/** What the longer settings forms say alike: saving, leaving, somebody else's changes. */
export const settingsForm = {
  unsaved: "There are unsaved changes.",
  hasFaults: "Some values cannot be used.",
  saved: "Settings saved",
  notSaved: "Not saved",
  reload: "Show what is there now",
  reloaded: "This is what is there now",
  leaveTitle: "Leave without saving?",
  leaveAbout: "What you changed on this page is lost.",
  leaveDialogAbout: "What you changed here is lost.",
  leave: "Leave",
  unreadable: "These settings cannot be read",
  readOnly: "You may look. Admins and owners can change this.",
  wholeNumber: "A whole number from {from, number} to {to, number}",
  number: "A number from {from, number} to {to, number}",
} as const;
