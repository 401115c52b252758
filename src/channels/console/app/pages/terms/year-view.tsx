import type { Language } from '../../texts.tsx';
import { useTexts } from '../../texts.tsx';
import type { Calendar } from './calendar.tsx';

const MONTHS: Record<Language, readonly string[]> = {
  kk: [
    'Қаңтар',
    'Ақпан',
    'Наурыз',
    'Сәуір',
    'Мамыр',
    'Маусым',
    'Шілде',
    'Тамыз',
    'Қыркүйек',
    'Қазан',
    'Қараша',
    'Желтоқсан',
  ],
  ru: [
    'Январь',
    'Февраль',
    'Март',
    'Апрель',
    'Май',
    'Июнь',
    'Июль',
    'Август',
    'Сентябрь',
    'Октябрь',
    'Ноябрь',
    'Декабрь',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};
const WEEKDAYS: Record<Language, readonly string[]> = {
  kk: ['дс', 'сс', 'ср', 'бс', 'жм', 'сб', 'жс'],
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
};
const isoWeekday = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay() || 7;

interface Props {
  readonly calendar: Calendar;
  readonly today: string;
  readonly chosen: string | null;
  /** Only for those who may edit. */
  readonly onChoose?: (on: string) => void;
}

/** Twelve months as people hang them on a wall. */
export function YearView({ calendar, today, chosen, onChoose }: Props) {
  const { language } = useTexts();
  return (
    <div className="year">
      {MONTHS[language].map((title, index) => (
        <table key={title} className="month">
          <caption>{title}</caption>
          <thead>
            <tr>
              {WEEKDAYS[language].map((weekday) => (
                <th key={weekday} scope="col">
                  {weekday}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(calendar.year, index + 1).map((week) => (
              <tr key={week.find((on) => on !== null)}>
                {week.map((on, weekday) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the seven weekdays never move
                  <td key={weekday}>
                    {on && (
                      <DayCell
                        on={on}
                        calendar={calendar}
                        isToday={on === today}
                        isChosen={on === chosen}
                        {...(onChoose ? { onChoose } : {})}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

function weeksOf(year: number, month: number): (string | null)[][] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const first = isoWeekday(`${year}-${String(month).padStart(2, '0')}-01`);
  const cells: (string | null)[] = Array.from({ length: first - 1 }, () => null);
  for (let day = 1; day <= days; day += 1)
    cells.push(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** How a day looks: a holiday, a day moved from a weekend, a weekend that is worked, a plain day. */
export function kindOf(
  on: string,
  { days, weekend }: Calendar,
): 'public' | 'transferred' | 'worked' | 'weekend' | 'plain' {
  const special = days.find((one) => one.on === on);
  if (special?.working) return weekend.includes(isoWeekday(on)) ? 'worked' : 'plain';
  if (special) return special.kind === 'public' || special.kind === 'religious_day_off' ? 'public' : 'transferred';
  return weekend.includes(isoWeekday(on)) ? 'weekend' : 'plain';
}

function DayCell({
  on,
  calendar,
  isToday,
  isChosen,
  onChoose,
}: {
  on: string;
  calendar: Calendar;
  isToday: boolean;
  isChosen: boolean;
  onChoose?: (on: string) => void;
}) {
  const { t, name } = useTexts();
  const kind = kindOf(on, calendar);
  const special = calendar.days.find((one) => one.on === on);
  const words = [
    special && name(special.name),
    kind !== 'plain' && t(`console-terms-day-${kind}`),
    special?.instead && t('console-terms-day-own'),
  ]
    .filter(Boolean)
    .join(', ');
  const look = `day day-${kind}${special?.instead ? ' day-own' : ''}${isToday ? ' day-today' : ''}`;
  const number = Number(on.slice(8));
  if (!onChoose)
    return (
      <span className={look} title={words}>
        {number}
        {words && <span className="hidden-words">{words}</span>}
      </span>
    );
  return (
    <button type="button" className={look} title={words} aria-pressed={isChosen} onClick={() => onChoose(on)}>
      {number}
      {words && <span className="hidden-words">{words}</span>}
    </button>
  );
}
