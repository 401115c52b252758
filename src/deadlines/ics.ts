import { addDays, type Day } from '../kernel/day.ts';

const MAX_OCTETS = 75;
const encoder = new TextEncoder();

export interface DeadlineEvent {
  /** Stable for the case and the kind of date, so that a moved date replaces the old entry. */
  readonly uid: string;
  readonly dueOn: Day;
  readonly title: string;
  readonly description: string;
  readonly alarm: string;
  readonly url?: string;
  /** When this version was made. */
  readonly stampAt: Date;
  /** Grows with every change of the date. */
  readonly sequence: number;
}

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
const basic = (on: Day) => on.replaceAll('-', '');

/** Lines longer than 75 octets continue after a space, never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  let out = '';
  let room = MAX_OCTETS;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      out += '\r\n ';
      room = MAX_OCTETS - 1;
    }
    out += character;
    room -= size;
  }
  return out;
}

/** A calendar file with one all-day entry on the last day and a reminder the morning before. */
export function deadlineIcs(event: DeadlineEvent): string {
  const stamp = event.stampAt.toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dauys//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${basic(event.dueOn)}`,
    `DTEND;VALUE=DATE:${basic(addDays(event.dueOn, 1))}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    ...(event.url ? [`URL:${event.url}`] : []),
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.alarm)}`,
    'TRIGGER:-PT15H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
