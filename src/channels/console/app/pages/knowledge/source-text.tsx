import type { components } from '../../api-types.ts';
import { useTexts } from '../../texts.tsx';

export type SourceForm = components['schemas']['SourceForm'];
export type TextForm = NonNullable<SourceForm['texts']['ru']>;
export const CARD_KEYS = ['who', 'documents', 'term', 'fee', 'where'] as const;

/** Kazakh and Russian side by side, as they must say the same; English below. */
export function SourceTexts({ form }: { form: SourceForm }) {
  const { t } = useTexts();
  return (
    <div className="columns">
      {(['kk', 'ru', 'en'] as const).map((language) => {
        const text = form.texts[language];
        return (
          <section
            key={language}
            className={language === 'en' ? 'card text-card wide' : 'card text-card'}
            lang={language}
          >
            <p className="text-language">{t(`console-knowledge-language-${language}`)}</p>
            {text ? <OneText text={text} /> : <p className="muted">{t('console-knowledge-language-missing')}</p>}
          </section>
        );
      })}
    </div>
  );
}

function OneText({ text }: { text: TextForm }) {
  const { t } = useTexts();
  const { card } = text;
  return (
    <>
      <h2>{text.title}</h2>
      {card ? (
        <dl className="card-lines">
          {CARD_KEYS.map((key) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{t(`console-knowledge-card-${key}`)}</dt>
              <dd>{card[key]}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="words">{text.body}</p>
      )}
      {text.references.map(({ title, url }) => (
        <p key={`${title}${url}`} className="muted">
          {url ? (
            <a href={url} rel="noreferrer" target="_blank">
              {title}
            </a>
          ) : (
            title
          )}
        </p>
      ))}
      {text.synonyms.length > 0 && (
        <p className="asked">
          {text.synonyms.map((words) => (
            <span key={words} className="chip">
              {words}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
