import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { answered, api } from '../api.ts';
import { ErrorNote, Skeleton } from '../bits.tsx';
import type { PageProps } from '../page-props.ts';

/** Links in cards and letters carry the number people know. */
export function CaseByNumber({ params: { number = '' } }: PageProps) {
  const found = useQuery({
    queryKey: ['by-number', number],
    queryFn: () => answered(api.GET('/api/v1/cases/{number}/ticket', { params: { path: { number } } })),
  });
  if (found.error) return <ErrorNote error={found.error} />;
  if (!found.data) return <Skeleton />;
  return <Redirect to={`/tickets/${found.data.ticketId}`} replace />;
}
