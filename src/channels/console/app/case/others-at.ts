import { useEffect, useState } from 'react';
import { answered, api } from '../api.ts';

const EVERY_MS = 8_000;

export interface Other {
  readonly name: string;
  readonly isAnswering: boolean;
}

/** Marks the case as read while it is open, and hears who else has it open: two answers to one citizen are one too many. */
export function useOthersAt(ticketId: string, revision: number, answering: boolean): readonly Other[] {
  const [others, setOthers] = useState<readonly Other[]>([]);
  useEffect(() => {
    let isHere = true;
    const tell = () => {
      if (document.hidden) return;
      answered(
        api.PUT('/api/v1/tickets/{ticketId}/seen', { params: { path: { ticketId } }, body: { revision, answering } }),
      ).then(
        (heard) => {
          if (isHere) setOthers(heard.others);
        },
        // Nobody is disturbed when this fails: the next time comes soon.
        () => undefined,
      );
    };
    tell();
    const timer = setInterval(tell, EVERY_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [ticketId, revision, answering]);
  return others;
}
