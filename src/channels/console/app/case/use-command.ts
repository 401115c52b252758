import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError, answered, api, type Case, newIdempotencyKey } from '../api.ts';
import type { Problem } from '../api-types.ts';
import { caseKey } from '../queries.ts';
import { forgetKept } from './kept.ts';

interface Sending {
  readonly ticketId: string;
  /** The same for every attempt, so that a second try after a lost answer does nothing twice. */
  readonly key: string;
}

const at = ({ ticketId, key }: Sending) => ({
  params: { path: { ticketId } },
  headers: { 'idempotency-key': key },
});

export interface AnswerForm {
  readonly text: string;
  readonly language: string;
  readonly outcome: string;
  readonly signatory: string;
  readonly approver: string;
  readonly outgoingNumber: string;
  readonly outgoingOn: string;
  readonly files: readonly File[];
  /** `1,3`: points of the citizen that were ticked. */
  readonly addressed: string;
  readonly templateId: string;
}

/** One function per command of the case, each answering with the case as it is afterwards. */
export const SEND = {
  take: (to: Sending, _body: null) => answered(api.POST('/api/v1/tickets/{ticketId}/take', { ...at(to), body: {} })),
  assign: (to: Sending, body: { to: string | null; unitId: null }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/assign', { ...at(to), body })),
  register: (to: Sending, body: { number: string; on: string }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/register', { ...at(to), body })),
  correct_registration: (to: Sending, body: { number: string; on: string; reason: string }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/correct_registration', { ...at(to), body })),
  ask: (to: Sending, body: { text: string; language: Case['language'] }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/ask', { ...at(to), body })),
  note: (to: Sending, body: { text: string }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/note', { ...at(to), body })),
  extend: (to: Sending, body: { until: string; reason: string; decidedBy: string }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/extend', { ...at(to), body })),
  hear: (to: Sending, body: { text: string; language: Case['language'] }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/hear', { ...at(to), body })),
  heard: (to: Sending, body: { text: string; language: Case['language'] }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/heard', { ...at(to), body })),
  redirect: (to: Sending, body: { to: string; reason: string }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/redirect', { ...at(to), body })),
  forward: (to: Sending, body: { note: string }) =>
    answered(api.POST('/api/v1/tickets/{ticketId}/forward', { ...at(to), body })),
  answer: sendAnswer,
};

async function sendAnswer({ ticketId, key }: Sending, { files, ...fields }: AnswerForm): Promise<Case> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  for (const file of files) form.append('files', file, file.name);
  const response = await fetch(`/api/v1/tickets/${ticketId}/answer`, {
    method: 'POST',
    body: form,
    headers: { 'idempotency-key': key, 'x-dauys-console': '1', 'accept-language': document.documentElement.lang },
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new ApiError(body as Problem);
  return body as Case;
}

export function useCommand<Name extends keyof typeof SEND>(
  ticketId: string,
  name: Name,
  onDone: (after: Case | null) => void,
) {
  const client = useQueryClient();
  const key = useRef(newIdempotencyKey());
  return useMutation({
    mutationFn: (body: Parameters<(typeof SEND)[Name]>[1]) =>
      (SEND[name] as (to: Sending, body: unknown) => Promise<Case | null>)({ ticketId, key: key.current }, body),
    onError: (error) => {
      // A refusal did nothing, so a corrected form is a new command; no answer at all is the same one again.
      if (error instanceof ApiError) key.current = newIdempotencyKey();
    },
    onSuccess: (after) => {
      key.current = newIdempotencyKey();
      forgetKept(ticketId, name);
      if (after) client.setQueryData(caseKey(ticketId), after);
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
      onDone(after);
    },
  });
}
