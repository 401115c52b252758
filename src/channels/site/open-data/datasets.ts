import type { Directory } from '../../../agencies/index.ts';
import { knownJurisdictions, loadJurisdiction, type Promises, type WorkingCalendar } from '../../../deadlines/index.ts';
import type { TopicId } from '../../../kernel/ids.ts';
import type { Localised } from '../../../kernel/language.ts';
import type { TerritoryTree } from '../../../territories/index.ts';
import { type BodyCounts, type FiguresReadModel, type PublicFigures, SAYINGS } from '../../../transparency/index.ts';
import { type Dataset, fields, type Row } from './dataset.ts';

export interface DatasetSources {
  readonly directory: Directory;
  readonly topicNames: ReadonlyMap<string, Localised>;
  readonly tree: TerritoryTree;
  readonly figures: FiguresReadModel;
  /** The code of this installation's own law, and its calendar with operators' changes. */
  readonly own: string;
  readonly calendar: () => WorkingCalendar;
  /** What the service promises now; without it, what was shipped. */
  readonly promises?: () => Promises;
}

const names = (name: Localised): Row => ({ name_kk: name.kk, name_ru: name.ru, name_en: name.en });
const NAME_FIELDS = fields('text', 'name_kk', 'name_ru', 'name_en');
/** Read from files that change only with a new version of the product. */
const shipped = async (): Promise<string> => 'shipped';

const COUNT_NAMES = {
  received: 'received',
  passedOn: 'passed_on',
  withdrawn: 'withdrawn',
  registeredInTime: 'registered_in_time',
  registeredLate: 'registered_late',
  unregisteredLate: 'unregistered_late',
  lawInTime: 'law_in_time',
  lawLate: 'law_late',
  lawOverdue: 'law_overdue',
  promiseInTime: 'promise_in_time',
  promiseLate: 'promise_late',
  promiseOverdue: 'promise_overdue',
  answered: 'answered',
  extended: 'extended',
} as const satisfies Record<keyof BodyCounts, string>;

const countRow = (figures: PublicFigures | null): Row => ({
  published: figures !== null,
  ...Object.fromEntries(
    Object.entries(COUNT_NAMES).map(([key, column]) => [column, figures?.counts[key as keyof BodyCounts] ?? null]),
  ),
  median_wait_days: figures?.medianWaitDays ?? null,
});
const COUNT_FIELDS = [
  ...fields('boolean', 'published'),
  ...fields('number', ...Object.values(COUNT_NAMES), 'median_wait_days'),
];

/** Everything published, each table with the words that explain it. */
export function createDatasets({
  directory,
  topicNames,
  tree,
  figures,
  own,
  calendar,
  promises,
}: DatasetSources): readonly Dataset[] {
  const shippedPromises = loadJurisdiction(own).rulebook.promises;
  const promised = promises ?? (() => shippedPromises);
  const figureVersion = async () => {
    const { version, asOf } = await figures.snapshot();
    return `${version} ${asOf}`;
  };

  return [
    {
      name: 'agencies',
      fields: [
        ...fields('code', 'code', 'kind', 'sector'),
        ...NAME_FIELDS,
        ...fields('code', 'territory_code', 'superior_code', 'connection', 'confidence'),
        ...fields('day', 'effective_from', 'effective_until'),
      ],
      version: shipped,
      rows: async () =>
        directory.agencies.map((agency) => ({
          code: agency.code,
          kind: agency.kind,
          sector: agency.sector,
          ...names(agency.name),
          territory_code: agency.territoryCode,
          superior_code: agency.superiorCode,
          connection: agency.connection,
          confidence: agency.confidence,
          effective_from: agency.effectiveFrom,
          effective_until: agency.effectiveUntil,
        })),
    },
    {
      name: 'topics',
      fields: [
        ...fields('code', 'id', 'role'),
        ...NAME_FIELDS,
        ...fields('number', 'promise_value'),
        ...fields('code', 'promise_unit'),
      ],
      version: async () => JSON.stringify(promised()),
      rows: async () =>
        [...topicNames].map(([id, name]) => {
          const { topics, default: general } = promised();
          const promise = topics[id] ?? general;
          return {
            id,
            role: directory.topicRoles.get(id as TopicId) ?? null,
            ...names(name),
            promise_value: promise.value,
            promise_unit: promise.unit,
          };
        }),
    },
    {
      name: 'territories',
      fields: [
        ...fields('code', 'code', 'parent_code', 'level'),
        ...NAME_FIELDS,
        ...fields('number', 'latitude', 'longitude'),
      ],
      version: shipped,
      rows: async () =>
        tree.all.map(({ code, parentCode, level, name, point }) => ({
          code,
          parent_code: parentCode,
          level,
          ...names(name),
          latitude: point?.lat ?? null,
          longitude: point?.lon ?? null,
        })),
    },
    {
      name: 'period-figures',
      fields: [
        ...fields('code', 'scope', 'key'),
        ...fields('day', 'from', 'as_of'),
        ...COUNT_FIELDS,
        ...fields('number', ...SAYINGS),
      ],
      version: figureVersion,
      rows: async () => {
        const snapshot = await figures.snapshot();
        return (['all', 'agency', 'topic', 'region'] as const).flatMap((scope) =>
          snapshot.groups(scope).map(({ key, figures: shown }) => ({
            scope,
            key,
            from: snapshot.from,
            as_of: snapshot.asOf,
            ...countRow(shown),
            ...Object.fromEntries(SAYINGS.map((saying) => [saying, shown?.said?.[saying] ?? null])),
          })),
        );
      },
    },
    {
      name: 'monthly-figures',
      fields: [...fields('code', 'scope', 'key'), ...fields('day', 'month'), ...COUNT_FIELDS],
      version: figureVersion,
      rows: async () =>
        (await figures.snapshot()).allMonths.map(({ scope, key, month, figures: shown }) => ({
          scope,
          key,
          month,
          ...countRow(shown),
        })),
    },
    {
      name: 'rules',
      fields: [
        ...fields('code', 'id', 'jurisdiction'),
        ...NAME_FIELDS,
        ...fields('number', 'length_value'),
        ...fields('code', 'length_unit', 'starts', 'cutoff', 'first_day', 'roll_over'),
        ...fields('boolean', 'extendable', 'pausable'),
        ...fields('code', 'silence'),
        ...fields('text', 'article', 'source', 'source_url'),
        ...fields('code', 'trust'),
        ...fields('day', 'effective_from', 'effective_until'),
      ],
      version: shipped,
      rows: async () =>
        knownJurisdictions().flatMap((code) =>
          loadJurisdiction(code).rulebook.rules.map((rule) => ({
            id: rule.id,
            jurisdiction: rule.jurisdiction,
            ...names(rule.title),
            length_value: rule.length.value,
            length_unit: rule.length.unit,
            starts: rule.starts.event,
            cutoff: rule.cutoff,
            first_day: rule.firstDay,
            roll_over: rule.rollOver,
            extendable: rule.extension !== null,
            pausable: rule.pause.allowed,
            silence: rule.silence,
            article: rule.article,
            source: rule.source.act,
            source_url: rule.source.url,
            trust: rule.trust,
            effective_from: rule.effective.from,
            effective_until: rule.effective.until,
          })),
        ),
    },
    {
      name: 'calendar',
      fields: [
        ...fields('code', 'jurisdiction'),
        ...fields('day', 'on'),
        ...fields('boolean', 'working'),
        ...fields('code', 'kind'),
        ...NAME_FIELDS,
      ],
      version: async () => JSON.stringify(specialDays(calendar()).map(({ on, working }) => [on, working])),
      rows: async () =>
        knownJurisdictions().flatMap((code) =>
          specialDays(code === own ? calendar() : loadJurisdiction(code).calendar),
        ),
    },
  ];
}

/** Days that differ from the plain week: holidays, transferred days, worked weekends. */
const specialDays = (calendar: WorkingCalendar) =>
  calendar
    .unusualDays(calendar.coveredFrom, calendar.coveredUntil)
    .flatMap(({ on, working, special }) =>
      special ? [{ jurisdiction: calendar.id, on, working, kind: special.kind, ...names(special.name) }] : [],
    );
