import { QueryClient } from '@tanstack/react-query';
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, Problem, paths } from './api-types.ts';

type Schemas = components['schemas'];
export type Me = Schemas['Me'];
export type InboxRow = Schemas['InboxRow'];
export type Case = Schemas['Case'];
export type Entry = Schemas['ThreadEntry'];
export type CaseFile = Schemas['CaseFile'];
export type Ticket = Schemas['Ticket'];
export type Due = Schemas['Due'];
export type Agency = Schemas['Agency'];
export type TriageItem = Schemas['TriageItem'];
export type Staff = Schemas['Staff'];
export type Command = Case['commands'][number];

/** The server said no, in words for people. */
export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }
}

const wishes: Middleware = {
  onRequest({ request }) {
    request.headers.set('accept-language', document.documentElement.lang);
    request.headers.set('x-dauys-console', '1');
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: location.origin });
api.use(wishes);

/** The body of an answer, or an error that knows the problem. */
export async function answered<Data>(
  call: Promise<{ data?: Data; error?: Problem | undefined; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (error !== undefined) throw new ApiError(error);
  if (!response.ok)
    throw new ApiError({
      type: 'about:blank',
      title: String(response.status),
      status: response.status,
      code: 'request.failed',
    });
  return data as Data;
}

export const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.problem.status === 401;

/** The same key on a second try: what arrived the first time is not done twice. */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.problem.status < 500),
    },
  },
});
