import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { LANGUAGES, type Language, useTexts } from '../../texts.tsx';
import { ChipPicker } from './chip-picker.tsx';
import { NumberBox, Tick } from './form-bits.tsx';

export interface AudienceForm {
  readonly territories: readonly string[];
  readonly languages: readonly Language[];
  readonly topics: readonly string[];
  /** Empty: everybody is asked. */
  readonly sample: number | '';
  readonly strata: 'none' | 'territory' | 'language';
  readonly open: boolean;
  readonly panelOf: string | null;
}

export const EVERYBODY: AudienceForm = {
  territories: [],
  languages: [],
  topics: [],
  sample: '',
  strata: 'none',
  open: false,
  panelOf: null,
};

export const audienceOf = ({
  territories,
  languages,
  topics,
  sample,
  strata,
  open,
  panelOf,
}: AudienceForm): components['schemas']['SurveyAudience'] => ({
  territories: [...territories],
  languages: [...languages],
  topics: [...topics],
  sample: sample === '' ? null : { size: Math.max(1, Math.round(sample)), strata },
  open,
  panelOf,
});

const FIRST_SAMPLE = 400;

/** Everybody who agreed to surveys, narrowed step by step; then all of them, or a lot. */
export function AudienceFields({
  audience,
  earlierWaves,
  onChange,
}: {
  audience: AudienceForm;
  earlierWaves: readonly { id: string; number: number }[];
  onChange(audience: AudienceForm): void;
}) {
  const { t, name } = useTexts();
  const put = (part: Partial<AudienceForm>) => onChange({ ...audience, ...part });
  const choices = (items: readonly { code: string; name: Record<Language, string> }[]) =>
    items.map((item) => ({ key: item.code, label: name(item.name) }));
  return (
    <fieldset className="audience">
      <legend>{t('console-wave-whom')}</legend>
      <p className="muted hint">{t('console-wave-whom-how')}</p>
      {earlierWaves.length > 0 && (
        <label className="field panel-field">
          <span>{t('console-wave-panel')}</span>
          <select
            value={audience.panelOf ?? ''}
            onChange={({ target }) => put({ panelOf: target.value === '' ? null : target.value })}
          >
            <option value="">{t('console-wave-panel-none')}</option>
            {earlierWaves.map(({ id, number }) => (
              <option key={id} value={id}>
                {t('console-wave-panel-of', { number })}
              </option>
            ))}
          </select>
        </label>
      )}
      <ChipPicker
        label={t('console-wave-places')}
        anything={t('console-wave-places-any')}
        find={async (q) =>
          choices((await answered(api.GET('/api/v1/territories', { params: { query: { q } } }))).items)
        }
        chosen={audience.territories}
        onChange={(after) => put({ territories: after })}
      />
      <ChipPicker
        label={t('console-wave-topics')}
        anything={t('console-wave-topics-any')}
        find={async (q) => choices((await answered(api.GET('/api/v1/topics', { params: { query: { q } } }))).items)}
        chosen={audience.topics}
        onChange={(after) => put({ topics: after })}
      />
      <div className="row-of-fields">
        <strong>{t('console-wave-languages')}</strong>
        {LANGUAGES.map((language) => (
          <Tick
            key={language}
            label={t(`console-language-${language}`)}
            checked={audience.languages.includes(language)}
            onChange={(on) =>
              put({
                languages: on
                  ? [...audience.languages, language]
                  : audience.languages.filter((one) => one !== language),
              })
            }
          />
        ))}
      </div>
      <div className="row-of-fields">
        <Tick
          label={t('console-wave-sample')}
          checked={audience.sample !== ''}
          onChange={(on) => put({ sample: on ? FIRST_SAMPLE : '' })}
        />
        {audience.sample !== '' && (
          <>
            <NumberBox
              label={t('console-wave-sample-size')}
              value={audience.sample}
              min={1}
              onChange={(size = 1) => put({ sample: size })}
            />
            <label className="field">
              <span>{t('console-wave-strata')}</span>
              <select
                value={audience.strata}
                onChange={({ target }) => put({ strata: target.value as AudienceForm['strata'] })}
              >
                {(['none', 'territory', 'language'] as const).map((strata) => (
                  <option key={strata} value={strata}>
                    {t(`console-wave-strata-${strata}`)}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </div>
      <Tick label={t('console-wave-open')} checked={audience.open} onChange={(open) => put({ open })} />
    </fieldset>
  );
}
