import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, newIdempotencyKey } from '../../api.ts';
import type { paths } from '../../api-types.ts';
import type { Moved } from './moved-cases.tsx';

type Body = NonNullable<paths['/api/v1/calendar/changes']['post']['requestBody']>['content']['application/json'];

export type CalendarChange = Body['change'];

/** Saves a change of the calendar; afterwards its edition, and the open cases that it would move. */
export function useCalendarChange() {
  const client = useQueryClient();
  const [saved, setSaved] = useState<{ edition: string; moved: Moved } | null>(null);
  const save = useMutation({
    mutationFn: (body: Body) =>
      answered(api.POST('/api/v1/calendar/changes', { headers: { 'idempotency-key': newIdempotencyKey() }, body })),
    onSuccess: (after) => {
      setSaved(after);
      void client.invalidateQueries({ queryKey: ['calendar'] });
      void client.invalidateQueries({ queryKey: ['calendar-history'] });
    },
  });
  return { saved, save };
}
