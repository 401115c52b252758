import { startConsole } from './start-console.ts';

const inAll = (text: string) => ({ kk: text, ru: text, en: text });

/** Two questions, the second only after few stars. */
export const questionnaire = {
  title: inAll('Дворы'),
  intro: inAll('Два вопроса о дворе.'),
  consent: inAll('Публикуются только числа.'),
  thanks: inAll('Спасибо'),
  blocks: [
    {
      key: 'b1',
      questions: [
        { key: 'q1', type: 'stars', text: inAll('Насколько вам нравится ваш двор?') },
        { key: 'q2', type: 'long_text', text: inAll('Почему?'), when: { question: 'q1', atMost: 3 } },
      ],
    },
  ],
};

/** The survey pages' API as an operator, the supervisor of a body, and one of another body use it. */
export async function startSurveyDesk() {
  const console = await startConsole();
  const { headers: operator } = await console.signIn('operator');
  const { headers: supervisor } = await console.signIn('supervisor', 'almaty.roads');
  const { headers: stranger } = await console.signIn('supervisor', 'almaty.energy');

  async function call(method: 'GET' | 'POST' | 'PUT', url: string, headers: Record<string, string>, payload?: unknown) {
    const response = await console.http.inject({
      method,
      url: `/api/v1${url}`,
      headers,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    return {
      status: response.statusCode,
      text: response.body,
      body: response.body.startsWith('{') ? response.json() : null,
    };
  }

  return { console, operator, supervisor, stranger, call };
}
export type SurveyDesk = Awaited<ReturnType<typeof startSurveyDesk>>;
