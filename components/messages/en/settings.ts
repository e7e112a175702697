export const settings = {
  "preferences.example": "So times read <b>{time}</b>, distances <b>{distance}</b> and numbers <b>{number}</b>.",
} as const;
