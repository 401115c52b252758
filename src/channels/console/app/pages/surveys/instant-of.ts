/** That time of that day on the clocks of the service's zone. */
export function instantOf(day: string, time: string, timeZone: string): string {
  const guess = Date.parse(`${day}T${time}:00Z`);
  const shown = Date.parse(`${new Date(guess).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  return new Date(guess - (shown - guess)).toISOString();
}
