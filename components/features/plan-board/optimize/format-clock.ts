/** "0:42", "1:02:05": seconds matter while one waits, unlike in routes. */
export function formatClock(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (part: number) => String(part % 60).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes}:${two(whole)}` : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(whole)}`;
}
