/** Clocks of builders and readers differ by minutes; a clock that is wrong is wrong by hours. */
const TOLERANCE_MS = 10 * 60_000;

/** Whether this device's clock is before the page was made, so that hours, deadlines and times left cannot be trusted. */
export const clockIsLate = (built: Date, now: Date = new Date()): boolean => now.getTime() < built.getTime() - TOLERANCE_MS;

/** Where the clock is late, says so in `words` near what shows the time: `time[data-clock]`, and the timer of a runbook. */
export function warnOfClock(built: Date, words: string): void {
  if (words === '' || !clockIsLate(built)) return;
  for (const place of document.querySelectorAll('.clk, h2:has(> [data-clock]), .chrono .left, .mini-head')) {
    const note = document.createElement('p');
    note.className = 'lateclock';
    note.textContent = words;
    place.after(note);
  }
}
