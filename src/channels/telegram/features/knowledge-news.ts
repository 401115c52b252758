import { InlineKeyboard } from 'grammy';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Announcement, inWords, type KnowledgeReadModel, whatChanged } from '../../../knowledge/index.ts';
import type { Translate } from '../../../platform/texts/texts.ts';
import { FormattedString, fmt, lines } from '../rich-text.ts';
import type { Screen } from '../turn.ts';

interface Deps {
  readonly t: Translate;
  readonly view: Pick<KnowledgeReadModel, 'changeOf' | 'current'>;
  readonly announcement: (id: string) => Promise<Announcement | null>;
  readonly agencyName: (code: string, language: Language) => string;
  readonly formatDay: (language: Language, on: Day) => string;
}

type Render = (
  facts: Readonly<Record<string, unknown>>,
  citizenId: unknown,
  language: Language,
) => Promise<Screen | null>;

/** An answer that no longer holds, and one that was missing: said with what it says now, so that nobody must ask again. */
export function createKnowledgeNews({
  t,
  view,
  announcement,
  agencyName,
  formatDay,
}: Deps): ReadonlyMap<string, Render> {
  const recall: Render = async (facts, _citizen, language) => {
    const change = await view.changeOf(String(facts['versionId']));
    if (!change) return null;
    const { title, before, now } = whatChanged(change.before, change.after, language);
    const day = formatDay(language, facts['askedOn'] as Day);
    // A new version may have come since: then the answer changed, it did not end.
    const key = change.after ? 'knowledge-recall' : 'knowledge-recall-ended';
    const list = (heading: string, sentences: readonly string[]) =>
      sentences.length === 0 ? [] : ['\n', FormattedString.b(t(language, heading)), ...sentences];
    return lines(
      t(language, key, { day, title }),
      ...list('knowledge-recall-before', before),
      ...list('knowledge-recall-now', now),
      ...(change.after ? [] : ['\n', t(language, 'knowledge-recall-ask')]),
    );
  };

  const published: Render = async (facts, _citizen, language) => {
    const content = await view.current(String(facts['sourceId']));
    if (!content) return null;
    const { translations } = content;
    const shown = translations[language] ?? translations.ru ?? translations.kk ?? translations.en;
    if (!shown) return null;
    const owner = content.ownerName[language] ?? Object.values(content.ownerName)[0] ?? '';
    return lines(
      FormattedString.b(t(language, 'knowledge-gap-published', { title: shown.title })),
      shown.body,
      '\n',
      ...shown.references.map(({ title }) => title),
      ...(shown.notice ? [FormattedString.i(shown.notice)] : []),
      FormattedString.i(t(language, 'knowledge-source-line', { owner, day: formatDay(language, content.sourceOn) })),
    );
  };

  const announce: Render = async (facts, _citizen, language) => {
    const news = await announcement(String(facts['announcementId']));
    if (news?.state !== 'published') return null;
    const { title, body } = inWords(news, language);
    const { startsOn, endsOn, url } = news;
    const when = [startsOn, endsOn === startsOn ? null : endsOn].flatMap((on) => (on ? formatDay(language, on) : []));
    return {
      ...lines(
        FormattedString.b(title),
        body,
        when.length > 0 ? `📅 ${when.join(' – ')}` : null,
        url ? fmt`${FormattedString.a(t(language, 'knowledge-open'), url)}` : null,
        FormattedString.i(t(language, 'news-why', { agency: agencyName(news.agency, language) })),
      ),
      keyboard: new InlineKeyboard().text(t(language, 'news-change'), 'n:show'),
    };
  };

  return new Map([
    ['announcement', announce],
    ['knowledge_recall', recall],
    ['knowledge_gap_published', published],
  ]);
}
