import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Case, newIdempotencyKey } from '../api.ts';
import type { components } from '../api-types.ts';
import { caseKey } from '../queries.ts';

type Schemas = components['schemas'];
export type AnswerWork = Schemas['AnswerWork'];
export type AnswerCheck = Schemas['AnswerCheck'];
export type OfferedTemplate = Schemas['OfferedTemplate'];
export type Draft = Schemas['AnswerDraft'];

const workKey = (ticketId: string, revision: number) => ['answer-work', ticketId, revision] as const;

/** Points, templates and the draft on its way; asked again when the case has changed. */
export const useAnswerWork = ({ ticket }: Pick<Case, 'ticket'>) =>
  useQuery<AnswerWork>({
    queryKey: workKey(ticket.id, ticket.revision),
    queryFn: () =>
      answered(api.GET('/api/v1/tickets/{ticketId}/answer', { params: { path: { ticketId: ticket.id } } })),
    staleTime: 60_000,
  });

const useCaseChange = <Body>(ticketId: string, change: (body: Body, key: string) => Promise<Case>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => change(body, newIdempotencyKey()),
    onSuccess: (after) => {
      client.setQueryData(caseKey(ticketId), after);
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
    },
  });
};

const at = (ticketId: string, key: string) => ({
  params: { path: { ticketId } },
  headers: { 'idempotency-key': key },
});

export const useSetPoints = (ticketId: string) =>
  useCaseChange<readonly string[]>(ticketId, (points, key) =>
    answered(api.PUT('/api/v1/tickets/{ticketId}/points', { ...at(ticketId, key), body: { points: [...points] } })),
  );

export const usePass = (ticketId: string) =>
  useCaseChange<{ text?: string; outgoingNumber?: string; outgoingOn?: string }>(ticketId, (body, key) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/answer/pass', { ...at(ticketId, key), body })),
  );

export const useGiveBack = (ticketId: string) =>
  useCaseChange<string>(ticketId, (remark, key) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/answer/return', { ...at(ticketId, key), body: { remark } })),
  );

export interface Checked {
  readonly text: string;
  readonly language: string;
  readonly outcome: string;
  readonly addressed: readonly number[] | null;
  readonly signatory: string;
  readonly approver: string;
}

/** What may be wrong with an answer; asked once for each version of it. */
export const useAnswerCheck = (ticketId: string, answer: Checked) =>
  useQuery<AnswerCheck>({
    queryKey: ['answer-check', ticketId, answer],
    queryFn: () =>
      answered(
        api.POST('/api/v1/tickets/{ticketId}/answer/check', {
          params: { path: { ticketId } },
          body: {
            ...answer,
            language: answer.language as 'ru',
            outcome: answer.outcome as 'done',
            addressed: answer.addressed && [...answer.addressed],
          },
        }),
      ),
    staleTime: 60_000,
  });
